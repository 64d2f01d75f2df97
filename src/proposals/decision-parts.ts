import { CaseOpening } from './case-opening.js';
import { Deciding } from './deciding.js';
import { Decisions } from './decisions.service.js';
import { MergeTargets } from './merge-targets.js';
import { Merging } from './merging.service.js';

/** What belongs to deciding: one by one, many at once, merged, split. */
export const DECIDING = [CaseOpening, MergeTargets, Deciding, Decisions, Merging];
