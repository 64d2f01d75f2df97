import { presentFileField } from '../../../files/index.js';
import { type Actor, type Message, msg, newId } from '../../../kernel/index.js';
import type { LedgerEntry } from '../../../ledger/index.js';
import { FormView } from '../../../web/index.js';
import type { Assignment } from '../../duty/assignment.entity.js';
import type { CaseAction } from '../../case/case-workflow.js';
import { CasePolicy } from '../../case/case.policy.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import type { CasePapers } from '../../reply/reply-papers.service.js';
import type { FiledPaper } from '../../case/dossier.service.js';
import { presentReport } from '../../case/web/dossier.presenter.js';
import { dutyQuery } from '../../duty/web/duty-address.js';
import { crumbsOf, presentCaseFacts } from '../../reply/web/reply-origins.js';
import { presentPromised } from './promised.presenter.js';
import { saidDate, type Tag } from '../../reply/web/reply-view.js';

export type FollowUpForm = 'progress' | 'postponement' | 'implementation';

const TONE: Partial<Record<string, Tag['tone']>> = { slip_promise: 'wait', confirm_implemented: 'good' };

export interface RefusedForm {
  readonly which: FollowUpForm;
  readonly form: FormView;
}

/** What is read on the page besides the case; `dutyId` says for which of several separate leads the forms are. */
export interface FollowUpPapers {
  readonly papers: CasePapers;
  readonly events: readonly LedgerEntry[];
  readonly reports: readonly FiledPaper[];
  readonly dutyId: string | null;
}

/** For `replies/follow-up`: what was promised, what was reported, and what this person may add. */
export function presentFollowUp(
  record: HandlingCase,
  { papers, events, reports, dutyId }: FollowUpPapers,
  actor: Actor,
  refused: RefusedForm | null = null,
): object {
  const policy = new CasePolicy(actor);
  const offers = policy.offers(record);
  const formOf = (which: FollowUpForm) => (refused?.which === which ? refused.form : new FormView());
  const at = `/cases/${record.ref}/follow-up`;
  const ofPart = (
    action: CaseAction,
    which: FollowUpForm,
    own: readonly Assignment[],
    fields: (form: FormView) => object,
  ) => {
    const duty = own.find(({ id }) => id === dutyId) ?? own[0];
    if (!offers.includes(action) || !duty) return null;
    const part = { action: `${at}/${which}${dutyQuery(duty)}`, unit: record.isSeparate ? duty.unit.name : null };
    const others = own
      .filter((one) => one !== duty)
      .map((one) => ({ href: `${at}${dutyQuery(one)}`, text: one.unit.name }));
    return { ...part, others, ...fields(formOf(which)) };
  };
  const title = msg('replies.followUp.title');
  const errors = refused?.form.errors ?? [];
  return {
    pageTitle: title,
    errorSummary: errors.length > 0 ? { errors } : null,
    breadcrumbs: crumbsOf(record),
    head: { title, lead: record.title },
    reclassify: offers.includes('reclassify') ? `/cases/${record.ref}/reclassification` : null,
    promised: presentPromised(record, papers),
    timeline: events.length > 0 ? { events: events.map((event) => presentEvent(event, record)) } : null,
    reports: reports.map((one) => presentReport(one, unitOf(one.paper.assignmentId, record))),
    progress: ofPart('report_progress', 'progress', policy.promisesOf(record, 'unit_officer'), (form) => ({
      hidden: [{ name: 'id', value: form.field('id').value || newId() }],
      files: presentFileField(form, []),
      withoutFiles: form.field('withoutFiles'),
      percent: form.field('percent'),
      report: form.field('report'),
    })),
    postponement: ofPart('slip_promise', 'postponement', policy.promisesOf(record, 'unit_head'), (form) => ({
      until: form.field('until'),
      reason: form.field('reason'),
    })),
    implementation: offers.includes('confirm_implemented')
      ? { action: `${at}/implementation`, note: formOf('implementation').field('note') }
      : null,
    facts: {
      rows: [
        ...presentCaseFacts(record),
        ...(record.promiseDueOn === null
          ? []
          : [{ term: msg('replies.form.promisedOn'), text: saidDate(record.promiseDueOn) }]),
        ...(record.reportDueOn === null
          ? []
          : [{ term: msg('promises.reportDue'), text: saidDate(record.reportDueOn) }]),
      ],
    },
  };
}

/** The unit of one of several separate leads; nothing where the case has one. */
function unitOf(assignmentId: unknown, { assignments }: HandlingCase): string | null {
  return assignments.find(({ id }) => id === assignmentId)?.unit.name ?? null;
}

function presentEvent({ at, actorName, action, note, data, role }: LedgerEntry, record: HandlingCase): object {
  return {
    at: at.toISOString(),
    who: role === 'system' ? '' : actorName,
    role: role === null ? null : msg(`handling.role.${role}`),
    what: whatOf(action, data),
    note: action === 'report_progress' ? unitOf(data.assignmentId, record) : note,
    signature: null,
    tone: TONE[action] ?? 'neutral',
  };
}

function whatOf(action: string, data: Record<string, unknown>): Message {
  const { percent, promiseDueOn } = data as { percent?: number; promiseDueOn?: string };
  return msg(`replies.followUp.event.${action}`, { percent: percent ?? 0, date: promiseDueOn ?? '' });
}
