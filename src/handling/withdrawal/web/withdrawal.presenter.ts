import { beijingDate } from '../../../calendar/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import { type FormView, paragraphsOf } from '../../../web/index.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import type { WithdrawalRequest } from '../withdrawal-request.entity.js';
import { presentCaseCrumbs } from '../../case/web/case-tags.js';
import { WITHDRAWAL_DECISIONS } from './withdrawal.form.js';

/** What is asked, for the case page and for the one who decides. */
export function presentRequest({ origins }: HandlingCase, { originId, askedAt, reason }: WithdrawalRequest) {
  const ref = origins.find((one) => one.originId === originId)?.ref ?? '';
  const several = origins.length > 1;
  return {
    asked: msg(several ? 'withdrawal.askedOne' : 'withdrawal.asked', { ref, date: beijingDate(askedAt) }),
    paragraphs: paragraphsOf(reason),
  };
}

/** For `cases/withdrawal-decision`. */
export function presentDecision(record: HandlingCase, request: WithdrawalRequest, form: FormView) {
  const title: Message = msg('withdrawal.title');
  return {
    pageTitle: title,
    breadcrumbs: presentCaseCrumbs(record),
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    head: { title, lead: record.title },
    request: presentRequest(record, request),
    consequence: msg(record.origins.length > 1 ? 'withdrawal.oneLeaves' : 'withdrawal.caseEnds'),
    address: `/cases/${record.ref}/withdrawal/decision`,
    hidden: [{ name: 'request', value: request.id }],
    decision: form.choice(
      'decision',
      WITHDRAWAL_DECISIONS.map((value) => ({ value, text: msg(`withdrawal.${value}`) })),
    ),
    note: form.field('note'),
  };
}
