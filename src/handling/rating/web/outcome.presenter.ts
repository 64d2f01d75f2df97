import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { FormView } from '../../../web/index.js';
import type { CommitteeDesk } from '../outcomes.service.js';
import type { CasePapers } from '../../reply/reply-papers.service.js';
import type { Decision } from './outcome.form.js';
import { presentRatings } from './rating-view.js';
import { crumbsOf, presentCaseFacts } from '../../reply/web/reply-origins.js';
import { presentReply } from '../../reply/web/reply-view.js';

/** What the chair decides; after the last round, what presidium or leader decide. */
const OF_THE_CHAIR = ['second_handling', 'refer_to_leader', 'refer_to_presidium', 'follow_up', 'explanation'] as const;
const OF_THE_REFEREE = ['final_handling', 'follow_up', 'explanation'] as const;

/** For `replies/dissatisfaction`: reply and ratings, and what this person may decide now. */
export function presentDecision(desk: CommitteeDesk, papers: CasePapers, actor: Actor, form = new FormView()): object {
  const { record, replies, settings } = desk;
  const isReferred = record.status === 'referred';
  const title = msg(isReferred ? 'rulings.title' : 'replies.decision.title');
  const choices: readonly Decision[] = isReferred ? OF_THE_REFEREE : OF_THE_CHAIR;
  const missing = new Map(choices.map((one) => [one, missingFor(one, desk)]));
  const open = choices.filter((one) => missing.get(one)!.length === 0);
  const options = open.map((value) => ({
    value,
    text: msg(`replies.decision.${value}`),
    hint: msg(`replies.decision.hint.${value}`, { days: settings.secondRoundDays }),
  }));
  const closed = [...(missing.get('second_handling') ?? []), ...(missing.get('final_handling') ?? [])];
  const leads = record.leads.map(({ id, unit }) => ({ value: id, text: unit.name }));
  return {
    pageTitle: title,
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    breadcrumbs: crumbsOf(record),
    head: { title, lead: record.title },
    closed: closed.map((text) => ({ tone: 'wait', text })),
    isReferred,
    ratings: presentRatings(record, record.round, papers, actor),
    replies: replies.map((reply) => presentReply(reply, record, papers)),
    action: `/cases/${record.ref}/dissatisfaction`,
    form: {
      decision: form.choice('decision', options),
      dueOn: form.field('dueOn'),
      explanation: form.field('explanation'),
      again: record.isSeparate ? form.choice('again', leads) : null,
    },
    facts: { rows: presentCaseFacts(record) },
  };
}

function missingFor(decision: Decision, { record, settings: { rounds }, presidium }: CommitteeDesk): Message[] {
  const missing: Record<Decision, () => Message[]> = {
    second_handling: () => record.missingForSecondHandling(rounds),
    refer_to_leader: () => record.missingForReferral('leader', { rounds, presidium }),
    refer_to_presidium: () => record.missingForReferral('presidium', { rounds, presidium }),
    final_handling: () => record.missingForFinalHandling(),
    follow_up: () => [...record.missingForFollowUp(), ...record.missingForEnding(rounds)],
    explanation: () => record.missingForEnding(rounds),
  };
  return missing[decision]();
}
