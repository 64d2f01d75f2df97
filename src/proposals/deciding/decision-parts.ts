import { CaseOpening } from '../case-opening.js';
import { Deciding } from './deciding.js';
import { DecisionDraft } from './decision-draft.entity.js';
import { DecisionDrafts } from './decision-drafts.service.js';
import { DeclineReasonAdministration } from './decline-reason-administration.js';
import { DeclineReason } from './decline-reason.entity.js';
import { DeclinedPart } from './declined-part.entity.js';
import { Decisions } from './decisions.service.js';
import { Deviations } from './deviations.service.js';
import { MergeCandidates } from './merge-candidates.js';
import { MergeTargets } from './merge-targets.js';
import { Merging } from './merging.service.js';
import { Partition } from './partition.js';
import { SheetTodos } from './sheet-todos.js';
import { SheetOrder } from './sheet-order.service.js';

export const DECISION_ENTITIES = [DecisionDraft, DeclinedPart, DeclineReason];

/** What belongs to deciding: one by one, many at once, merged, split. */
export const DECIDING = [
  CaseOpening,
  MergeTargets,
  Partition,
  Deciding,
  Deviations,
  Decisions,
  Merging,
  MergeCandidates,
  DecisionDrafts,
  SheetOrder,
  SheetTodos,
  DeclineReasonAdministration,
];
