import { type Actor, type Message, msg } from '../../kernel/index.js';
import { FormView, titleOf } from '../../web/index.js';
import type { CommitteeDesk } from '../outcomes.service.js';
import type { CasePapers } from '../reply-papers.service.js';
import { type Decision } from './outcome.form.js';
import { presentRatings } from './rating-view.js';
import { crumbsOf, presentCaseFacts } from './reply-origins.js';
import { presentReply } from './reply-view.js';

/** For `replies/dissatisfaction`: reply and ratings, and what the committee may decide now. */
export function presentDecision(
  { record, replies, settings }: CommitteeDesk,
  papers: CasePapers,
  actor: Actor,
  form = new FormView(),
): object {
  const title = msg('replies.decision.title');
  const closed: Record<Decision, Message[]> = {
    second_handling: record.missingForSecondHandling(settings.rounds),
    follow_up: record.missingForFollowUp(),
    explanation: [],
  };
  const open = (Object.keys(closed) as Decision[]).filter((one) => closed[one].length === 0);
  const options = open.map((value) => ({
    value,
    text: msg(`replies.decision.${value}`),
    hint: msg(`replies.decision.hint.${value}`, { days: settings.secondRoundDays }),
  }));
  return {
    pageTitle: titleOf(title, form),
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    breadcrumbs: crumbsOf(record),
    head: { title, lead: record.title },
    closed: closed.second_handling.map((text) => ({ tone: 'wait', text })),
    ratings: presentRatings(record, record.round, papers, actor),
    replies: replies.map((reply) => presentReply(reply, record, papers)),
    action: `/cases/${record.ref}/dissatisfaction`,
    form: { decision: form.choice('decision', options), explanation: form.field('explanation') },
    facts: { rows: presentCaseFacts(record) },
  };
}
