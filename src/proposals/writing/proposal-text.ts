import type { Actor } from '../../kernel/index.js';
import type { HandedInAs } from '../late/handed-in-as.js';
import type { ProposalKind } from '../proposal-kind.js';
import type { Category } from '../../handling/index.js';
import type { Confidentiality } from '../secrecy/confidentiality.js';

/** What the author writes. */
export interface ProposalText {
  readonly title: string;
  readonly category: Category | null;
  readonly reason: string;
  readonly measures: string;
  readonly wishedUnitId: string | null;
  readonly publishable: boolean;
  readonly publishRefusal: string;
  /** Unsaid: as it was. */
  readonly wishes?: SecrecyWishes;
}

/** What the author wants kept: the name from the public, or the whole matter. A wish without its reason yet has none. */
export interface SecrecyWishes {
  readonly nameHidden: boolean;
  readonly confidentialityReason: string | null;
}

/** Where and by whom a proposal is begun. */
export interface Beginning {
  readonly id: string;
  readonly sessionId: string;
  readonly congressId: string;
  readonly congressUnitId: string;
  readonly delegationId: string | null;
  readonly kind: ProposalKind;
  readonly handedInAs?: HandedInAs;
  readonly author: Pick<Actor, 'staffId'>;
  readonly at: Date;
}

/** From which page a text comes, and which version that page had read. */
export interface Origin {
  readonly page: string;
  /** Begun for a delegation; asked the first time only. */
  readonly collective?: boolean;
  readonly version: number;
  /** Begun as a suggestion in a congress of the light mode; asked the first time only. */
  readonly suggestion?: boolean;
  /** Where a new text is filed, by a delegate of several congresses. */
  readonly sessionId?: string;
}

/** What the seconders sign. */
export type Matter = Pick<ProposalText, 'reason' | 'measures'>;

/** Changing the matter asks the seconders again; changing anything else does not. */
export function isSameMatter(a: Matter, b: Matter): boolean {
  return a.reason === b.reason && a.measures === b.measures;
}

export function isSameText(a: ProposalText & Kept, b: ProposalText): boolean {
  return (
    isSameMatter(a, b) &&
    a.title === b.title &&
    a.category === b.category &&
    a.wishedUnitId === b.wishedUnitId &&
    a.publishable === b.publishable &&
    a.publishRefusal === b.publishRefusal &&
    isSameWish(a, b.wishes)
  );
}

/** The wishes as they are kept. */
interface Kept {
  readonly nameHidden: boolean;
  readonly confidentiality: Confidentiality;
  readonly confidentialityReason: string;
}

/** Once the committee has answered, the wish for confidential handling stays as it is. */
export function kept({ nameHidden, confidentialityReason: reason }: SecrecyWishes, before: Kept): Kept {
  if (before.confidentiality === 'granted' || before.confidentiality === 'refused')
    return { ...pick(before), nameHidden };
  const confidentiality = reason === null ? 'none' : 'asked';
  return { nameHidden, confidentiality, confidentialityReason: reason === null ? '' : reason || NO_REASON_YET };
}

/** The database wants a reason for every wish; the condition for going on sees that it says nothing. */
const NO_REASON_YET = ' ';

function pick({ nameHidden, confidentiality, confidentialityReason }: Kept): Kept {
  return { nameHidden, confidentiality, confidentialityReason };
}

function isSameWish(before: Kept, wishes: SecrecyWishes | undefined): boolean {
  if (!wishes) return true;
  const after = kept(wishes, before);
  return (
    after.nameHidden === before.nameHidden &&
    after.confidentiality === before.confidentiality &&
    after.confidentialityReason === before.confidentialityReason
  );
}

/** The text alone, to be put aside. */
export function textIn(text: ProposalText): ProposalText {
  const { title, category, reason, measures, wishedUnitId, publishable, publishRefusal } = text;
  return { title, category, reason, measures, wishedUnitId, publishable, publishRefusal };
}
