export { type Act } from './act.js';
export { administers, administersSite } from './administration.js';
export { Actor, type ActorFacts } from './actor.js';
export { type Audience, PUBLIC, mayRead } from './audience.js';
export { Clock, SystemClock, ShiftedClock } from './clock.js';
export {
  Conflict,
  DomainError,
  ActionNotAvailable,
  ConditionsMissing,
  NotPermitted,
  NotFound,
  type ErrorKind,
} from './domain-error.js';
export { EventBus, type EventHandler, type LedgerEvent, type NewEvent, type Transaction } from './event-bus.js';
export { newId, isId } from './id.js';
export { type Message, msg } from './message.js';
export { type Page, type PageRequest, pageOf, pageRequest, PAGE_SIZE } from './paging.js';
export { type DiffLine, type DiffPart, diffOf } from './text-diff.js';
export { type Rule, authorize } from './rule.js';
export { Workflow, type Step, type Steps } from './workflow.js';
