import { Collective } from './collective.service.js';
import { CollectiveTodos } from './collective-todos.js';
import { DelegationCheck } from './delegation-check.service.js';
import { DelegationDesk } from './delegation-desk.js';
import { LateWays } from '../late/late-ways.service.js';
import { Passing } from '../upward/passing.service.js';
import { Leaving } from '../leaving/leaving.service.js';
import { Secrecy } from '../secrecy/secrecy.service.js';
import { PaperForms } from '../paper/paper-forms.service.js';
import { Registration } from '../writing/registration.js';
import { CheckPages } from './web/check.pages.js';
import { LightDesk } from '../light/light-desk.js';
import { Suggestions } from '../light/suggestions.service.js';
import { SuggestionPages } from '../light/web/suggestion.pages.js';
import { LatePages } from '../late/web/late.pages.js';
import { DelegationPages } from './web/delegation.pages.js';
import { PaperReading } from '../paper/web/paper-reading.js';
import { PaperPages } from '../paper/web/paper.pages.js';
import { MembersPages } from './web/members.pages.js';

/** What a delegation does with proposals before the committee gets them. */
export const FILING = [
  Registration,
  Collective,
  CollectiveTodos,
  DelegationCheck,
  DelegationDesk,
  CheckPages,
  DelegationPages,
  MembersPages,
  LateWays,
  LatePages,
  LightDesk,
  Suggestions,
  SuggestionPages,
  Passing,
  Leaving,
  Secrecy,
  PaperForms,
  PaperPages,
  PaperReading,
];
