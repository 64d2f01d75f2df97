import { Collective } from './collective.service.js';
import { CollectiveTodos } from './collective-todos.js';
import { DelegationCheck } from './delegation-check.service.js';
import { DelegationDesk } from './delegation-desk.js';
import { LateWays } from './late-ways.service.js';
import { Passing } from './passing.service.js';
import { Leaving } from './leaving.service.js';
import { Secrecy } from './secrecy.service.js';
import { PaperForms } from './paper-forms.service.js';
import { Registration } from './registration.js';
import { CheckPages } from './web/check.pages.js';
import { LightDesk } from './light-desk.js';
import { Suggestions } from './suggestions.service.js';
import { SuggestionPages } from './web/suggestion.pages.js';
import { LatePages } from './web/late.pages.js';
import { DelegationPages } from './web/delegation.pages.js';
import { PaperReading } from './web/paper-reading.js';
import { PaperPages } from './web/paper.pages.js';
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
