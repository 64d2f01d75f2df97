import { beijingDate } from '../../../calendar/index.js';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { FormView } from '../../../web/index.js';
import { type Satisfaction, SATISFACTIONS } from '../rating-arithmetic.js';
import type { CaseStatus } from '../../case/case-workflow.js';
import type { RatingDesk } from '../ratings.service.js';
import type { CasePapers } from '../../reply/reply-papers.service.js';
import type { RatingForm } from './rating.form.js';
import { presentRatings, satisfactionText } from './rating-view.js';
import { crumbsOf, presentCaseFacts } from '../../reply/web/reply-origins.js';
import { presentReply, saidDate } from '../../reply/web/reply-view.js';

const OPTIONS = SATISFACTIONS.map((value) => ({ value, text: satisfactionText(value) }));
const AFTER_RATING: readonly CaseStatus[] = ['replied', 'rated', 'concluded', 'follow_up'];
const FIELDS = ['attitude', 'result', 'reason'] as const;

/** For `replies/rating`: the reply, and the two scales. */
export function presentRatingForm({ record, replies }: RatingDesk, papers: CasePapers, form = new FormView()): object {
  const title = msg('replies.rating.title');
  return {
    pageTitle: title,
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    breadcrumbs: crumbsOf(record),
    head: { title, lead: record.title },
    replies: replies.map((reply) => presentReply(reply, record, papers)),
    until: record.rateBy === null ? null : { tone: 'info', text: msg('replies.rating.until', { date: record.rateBy }) },
    action: `/cases/${record.ref}/rating/check`,
    form: {
      attitude: form.choice('attitude', OPTIONS),
      result: form.choice('result', OPTIONS),
      reason: form.field('reason'),
    },
  };
}

/** For `replies/rating-check`: once given, a rating is never changed, so it is read again first. */
export function presentRatingCheck({ record }: RatingDesk, form: RatingForm): object {
  const { attitude, result, reason } = form;
  const title = msg('replies.rating.checkTitle');
  return {
    pageTitle: title,
    breadcrumbs: crumbsOf(record),
    head: { title, lead: record.title },
    answers: {
      wide: true,
      rows: [
        { term: msg('replies.rating.attitude'), text: satisfactionText(attitude as Satisfaction) },
        { term: msg('replies.rating.result'), text: satisfactionText(result as Satisfaction) },
        ...(reason === '' ? [] : [{ term: msg('replies.rating.reason'), text: reason }]),
      ],
    },
    note: { tone: 'wait', text: msg('replies.rating.final') },
    hidden: FIELDS.map((name) => ({ name, value: form[name] })),
    action: `/cases/${record.ref}/rating`,
    changeAction: `/cases/${record.ref}/rating/form`,
  };
}

/** For `replies/rated`: what was given, and what happens next. */
export function presentRated({ record, given }: RatingDesk, papers: CasePapers, actor: Actor): object {
  const own = { ...papers, ratings: papers.ratings.filter(({ staffId }) => actor.isPerson(staffId)) };
  return {
    pageTitle: msg('replies.rated.title'),
    breadcrumbs: crumbsOf(record),
    confirmation: {
      title: msg('replies.rated.title'),
      number: { label: msg('replies.fact.case'), value: record.number },
      text: msg('replies.rated.text', { title: record.title }),
      steps: nextSteps(record.status),
      links: [{ href: `/cases/${record.ref}`, text: msg('replies.door.case') }],
    },
    ratings: presentRatings(record, given!.round, own, actor),
    facts: {
      rows: [
        ...presentCaseFacts(record),
        { term: msg('replies.rated.at'), text: saidDate(beijingDate(given!.ratedAt)) },
      ],
    },
  };
}

function nextSteps(status: CaseStatus): Message[] {
  return [msg(`replies.rated.next.${AFTER_RATING.find((known) => known === status) ?? 'other'}`)];
}
