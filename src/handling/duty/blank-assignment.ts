import type { Assignment } from './assignment.entity.js';

/** A duty on the day it is given. */
export const BLANK = {
  status: 'to_sign',
  dueChosen: false,
  signedForAt: null,
  signedForBy: null,
  opinion: null,
  opinionAt: null,
  opinionBy: null,
  overrideReason: null,
  returnReason: null,
  suggestedUnitId: null,
  doneAt: null,
  extendedUntil: null,
  extensionAskedUntil: null,
  extensionReason: null,
  wantedUnitId: null,
  wantedUnitReason: null,
  promiseDueOn: null,
  reportDueOn: null,
} as const satisfies Partial<Assignment>;
