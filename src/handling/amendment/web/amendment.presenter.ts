import type { ClaimView } from '../../../claims/index.js';
import { msg } from '../../../kernel/index.js';
import { FormView, paragraphsOf } from '../../../web/index.js';
import type { AmendmentDesk } from '../amendments.service.js';
import { OUTCOME_CLASSES } from '../../case/case-values.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import type { CasePapers } from '../../reply/reply-papers.service.js';
import type { Reply } from '../../reply/reply.entity.js';
import { dutyQuery } from '../../duty/web/duty-address.js';
import { type DraftConflict, presentConflict, presentHeld } from '../../reply/web/held-draft.presenter.js';
import { LONGEST_REPLY, typedOf } from '../../reply/web/reply.form.js';
import { crumbsOf, presentCaseFacts } from '../../reply/web/reply-origins.js';
import { presentReply, type ReplyView, roadOf, STATUS_TAG } from '../../reply/web/reply-view.js';

const CLASSES = OUTCOME_CLASSES.map((value) => ({
  value,
  text: msg(`replies.class.${value}`),
  hint: msg(`replies.classHint.${value}`),
}));

/** What is read while an amendment is written, and who writes it. */
export interface AmendmentPapers extends CasePapers {
  readonly claim: ClaimView | null;
}

/** For `amendments/draft`: what was issued, and the amendment that is written. */
export function presentAmendmentDraft(
  desk: AmendmentDesk,
  papers: AmendmentPapers,
  now: Date,
  form?: FormView,
): object {
  const { record, duty, amended, standing, amendment } = desk;
  const outcome = { ...standing.content, text: '' };
  const typed = { ...typedOf(amendment?.content ?? outcome), reason: amendment?.amendmentReason ?? '' };
  const view = form ?? new FormView(typed);
  const title = msg('amendments.title');
  return {
    pageTitle: title,
    errorSummary: view.errors.length > 0 ? { errors: view.errors } : null,
    breadcrumbs: crumbsOf(record),
    head: { title, lead: msg('amendments.lead') },
    returned: amendment?.returnComment
      ? { title: msg('replies.draft.returned'), paragraphs: paragraphsOf(amendment.returnComment) }
      : null,
    action: `/cases/${record.ref}/amendment${dutyQuery(duty)}`,
    draftAction: `/cases/${record.ref}/amendment/draft${dutyQuery(duty)}`,
    savedAt: amendment?.updatedAt.toISOString() ?? null,
    claim: papers.claim,
    hidden: [
      { name: 'seen', value: view.field('seen').value || now.toISOString() },
      ...(record.isOutcomeFixed ? outcomeIn(standing) : []),
    ],
    fixed: record.isOutcomeFixed ? { tone: 'info', text: msg('amendments.classFixed') } : null,
    form: {
      reason: view.field('reason'),
      text: view.field('text'),
      outcomeClass: view.choice('outcomeClass', CLASSES),
      promise: view.field('promise'),
      promisedOn: view.field('promisedOn'),
      responsible: view.field('responsible'),
    },
    road: roadOf(record),
    longest: LONGEST_REPLY,
    amended: presentReply(amended, record, papers),
    facts: { rows: presentCaseFacts(record) },
  };
}

/** Class and promise that stay as they are go along unseen. */
function outcomeIn({ content }: Reply): { name: string; value: string }[] {
  const { outcomeClass, promise, promisedOn, responsible } = typedOf(content);
  return Object.entries({ outcomeClass, promise, promisedOn, responsible }).map(([name, value]) => ({
    name,
    value: value ?? '',
  }));
}

/** A colleague writes it: what there is of it, to read. */
export function presentHeldAmendment({ record, amendment }: AmendmentDesk, papers: AmendmentPapers): object {
  return presentHeld(msg('amendments.title'), record, papers.claim, amendment && withReason(amendment, record, papers));
}

/** Nothing was saved: both texts, nothing lost. */
export function presentAmendmentConflict(
  desk: AmendmentDesk,
  error: DraftConflict,
  form: FormView,
  papers: AmendmentPapers,
  now: Date,
): object {
  const { record, amendment } = desk;
  return {
    ...presentAmendmentDraft(desk, papers, now, form),
    ...presentConflict(error, form.field('seen').value, amendment && withReason(amendment, record, papers)),
  };
}

function withReason(amendment: Reply, record: HandlingCase, papers: CasePapers): ReplyView {
  const view = presentReply(amendment, record, papers);
  const because = amendment.amendmentReason ?? '';
  return { ...view, facts: [{ term: msg('amendments.reason'), text: because }, ...view.facts] };
}

/** For `amendments/under-way`: to read, and to take back while nobody has signed. */
export function presentAmendmentUnderWay(
  { record, duty, amended }: AmendmentDesk,
  amendment: Reply,
  papers: CasePapers,
) {
  const title = msg('amendments.underWay');
  const { status, version } = amendment;
  return {
    pageTitle: title,
    breadcrumbs: crumbsOf(record),
    head: { title, tags: [STATUS_TAG[status]], lead: record.title },
    note: { tone: 'info', text: msg(`replies.pending.${status}`, { version }) },
    reason: amendment.amendmentReason,
    reply: presentReply(amendment, record, papers),
    amended: presentReply(amended, record, papers),
    recall:
      status === 'at_head'
        ? {
            action: `/cases/${record.ref}/amendment/recall${dutyQuery(duty)}`,
            text: msg('replies.door.recall'),
            tone: 'secondary',
          }
        : null,
    facts: { rows: presentCaseFacts(record) },
  };
}
