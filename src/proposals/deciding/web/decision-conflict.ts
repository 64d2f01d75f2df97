import { type DomainError, type Message, msg } from '../../../kernel/index.js';
import type { LedgerEntry } from '../../../ledger/index.js';
import type { DecisionForm } from './decision.forms.js';
import { paragraphsOf } from '../../../web/index.js';

export interface ConflictView {
  readonly text: Message;
  readonly details: readonly Message[];
  /** What happened meanwhile: the last step and what was written with it. */
  readonly meanwhile: {
    readonly what: Message;
    readonly who: string;
    readonly at: string;
    readonly note: string | null;
  };
  /** What was typed and has no effect yet. */
  readonly typed: readonly { readonly term: Message; readonly paragraphs: readonly (string | Message)[] }[];
}

/** Two people at the same desk: both texts stay visible, and nothing that was typed is lost. */
export function presentConflict(error: DomainError, last: LedgerEntry, form: DecisionForm): ConflictView {
  const { outcome, note, deviation } = form;
  return {
    text: error.explanation,
    details: error.details,
    meanwhile: {
      what: msg(`proposals.event.${last.action}`),
      who: last.actorName,
      at: last.at.toISOString(),
      note: last.note,
    },
    typed: [
      { term: msg('review.fields.outcome'), paragraphs: [msg(`review.outcomes.${outcome}`)] },
      ...(note ? [{ term: msg('review.fields.note'), paragraphs: paragraphsOf(note) }] : []),
      ...(deviation ? [{ term: msg('deliberation.fields.deviation'), paragraphs: paragraphsOf(deviation) }] : []),
    ],
  };
}
