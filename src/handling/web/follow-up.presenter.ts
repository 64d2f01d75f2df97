import { presentFileField } from '../../files/index.js';
import { type Actor, type Message, msg, newId } from '../../kernel/index.js';
import type { LedgerEntry } from '../../ledger/index.js';
import { FormView } from '../../web/index.js';
import type { CaseAction } from '../case-workflow.js';
import { CasePolicy } from '../case.policy.js';
import type { HandlingCase } from '../handling-case.entity.js';
import type { CasePapers } from '../reply-papers.service.js';
import type { FiledPaper } from '../dossier.service.js';
import { presentPaper } from './dossier.presenter.js';
import { crumbsOf, presentCaseFacts } from './reply-origins.js';
import { presentReply, saidDate, type Tag } from './reply-view.js';

export type FollowUpForm = 'progress' | 'postponement' | 'implementation';

const TONE: Partial<Record<string, Tag['tone']>> = { slip_promise: 'wait', confirm_implemented: 'good' };

/** For `replies/follow-up`: what was promised, what was reported, and what this person may add. */
export function presentFollowUp(
  record: HandlingCase,
  papers: CasePapers,
  events: readonly LedgerEntry[],
  reports: readonly FiledPaper[],
  actor: Actor,
  refused: { which: FollowUpForm; form: FormView } | null = null,
): object {
  const offers = new CasePolicy(actor).offers(record);
  const formOf = (which: FollowUpForm) => (refused?.which === which ? refused.form : new FormView());
  const open = (action: CaseAction, which: FollowUpForm, fields: (form: FormView) => object) =>
    offers.includes(action) ? { action: `/cases/${record.ref}/follow-up/${which}`, ...fields(formOf(which)) } : null;
  const title = msg('replies.followUp.title');
  const errors = refused?.form.errors ?? [];
  const promised = papers.replies.findLast(({ isSigned, outcomeClass }) => isSigned && outcomeClass === 'B');
  return {
    pageTitle: title,
    errorSummary: errors.length > 0 ? { errors } : null,
    breadcrumbs: crumbsOf(record),
    head: { title, lead: record.title },
    due: presentDue(record),
    reclassify: offers.includes('reclassify') ? `/cases/${record.ref}/reclassification` : null,
    reply: promised ? presentReply(promised, record, papers) : null,
    timeline: events.length > 0 ? { events: events.map(presentEvent) } : null,
    reports: reports.map(presentPaper),
    progress: open('report_progress', 'progress', (form) => ({
      hidden: [{ name: 'id', value: form.field('id').value || newId() }],
      files: presentFileField(form, []),
      withoutFiles: form.field('withoutFiles'),
      percent: form.field('percent'),
      report: form.field('report'),
    })),
    postponement: open('slip_promise', 'postponement', (form) => ({
      until: form.field('until'),
      reason: form.field('reason'),
    })),
    implementation: open('confirm_implemented', 'implementation', (form) => ({ note: form.field('note') })),
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

/** By when, while it is not done. */
function presentDue({ status, promiseDueOn }: HandlingCase): object | null {
  if (status !== 'follow_up' || promiseDueOn === null) return null;
  return { tone: 'info', text: msg('replies.followUp.due', { date: promiseDueOn }) };
}

function presentEvent({ at, actorName, action, note, data, role }: LedgerEntry): object {
  return {
    at: at.toISOString(),
    who: role === 'system' ? '' : actorName,
    role: role === null ? null : msg(`handling.role.${role}`),
    what: whatOf(action, data),
    note: action === 'report_progress' ? null : note,
    signature: null,
    tone: TONE[action] ?? 'neutral',
  };
}

function whatOf(action: string, data: Record<string, unknown>): Message {
  const { percent, promiseDueOn } = data as { percent?: number; promiseDueOn?: string };
  return msg(`replies.followUp.event.${action}`, { percent: percent ?? 0, date: promiseDueOn ?? '' });
}
