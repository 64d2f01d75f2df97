import { administers, type Rule } from '../kernel/index.js';
import type { Congress } from './congress.entity.js';
import type { CommitteeRole } from './delegate.entity.js';

/** Who keeps the books of a congress: its committee's secretary, and the administrator of its unit. */
export const keepsCongress: Rule<Pick<Congress, 'id' | 'unitId'>> = (actor, { id, unitId }) =>
  actor.is('committee_secretary', id) ? 'committee_secretary' : administers(actor, unitId);

/** Seats that decide. The secretary does not give them: nobody appoints the one whose decisions they prepare, or themselves. */
const DECIDING: readonly CommitteeRole[] = ['committee_chair', 'presidium'];

/** Who gives and ends a seat of this kind in the committee. */
export const appoints =
  (seat: CommitteeRole): Rule<Pick<Congress, 'id' | 'unitId'>> =>
  (actor, congress) =>
    DECIDING.includes(seat) ? administers(actor, congress.unitId) : keepsCongress(actor, congress);
