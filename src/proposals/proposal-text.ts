import type { Actor } from '../kernel/index.js';
import type { ProposalKind } from './proposal-kind.js';
import type { Category } from '../handling/index.js';

/** What the author writes. */
export interface ProposalText {
  readonly title: string;
  readonly category: Category | null;
  readonly reason: string;
  readonly measures: string;
  readonly wishedUnitId: string | null;
  readonly publishable: boolean;
  readonly publishRefusal: string;
}

/** Where and by whom a proposal is begun. */
export interface Beginning {
  readonly id: string;
  readonly sessionId: string;
  readonly congressId: string;
  readonly congressUnitId: string;
  readonly delegationId: string | null;
  readonly kind: ProposalKind;
  readonly author: Pick<Actor, 'staffId'>;
  readonly at: Date;
}

/** From which page a text comes, and which version that page had read. */
export interface Origin {
  readonly page: string;
  /** Begun for a delegation; asked the first time only. */
  readonly collective?: boolean;
  readonly version: number;
  /** Where a new text is filed, by a delegate of several congresses. */
  readonly sessionId?: string;
}

/** What the seconders sign. */
export type Matter = Pick<ProposalText, 'reason' | 'measures'>;

/** Changing the matter asks the seconders again; changing anything else does not. */
export function isSameMatter(a: Matter, b: Matter): boolean {
  return a.reason === b.reason && a.measures === b.measures;
}

export function isSameText(a: ProposalText, b: ProposalText): boolean {
  return (
    isSameMatter(a, b) &&
    a.title === b.title &&
    a.category === b.category &&
    a.wishedUnitId === b.wishedUnitId &&
    a.publishable === b.publishable &&
    a.publishRefusal === b.publishRefusal
  );
}
