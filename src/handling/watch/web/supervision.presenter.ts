import { beijingDate } from '../../../calendar/index.js';
import { type FileFieldView, presentFileField } from '../../../files/index.js';
import { type Actor, msg, newId } from '../../../kernel/index.js';
import type { Unit } from '../../../organization/index.js';
import { FormView, paragraphsOf } from '../../../web/index.js';
import { CasePolicy } from '../../case/case.policy.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { nextLevel, SUPERVISION_LEVELS, type SupervisionNotice } from '../supervision-notice.entity.js';
import type { OneNotice, SupervisionDesk } from '../supervision.service.js';
import type { SupervisionStatus } from '../supervision-workflow.js';
import type { Tag } from '../../case/web/case-tags.js';
import { presentPaper } from '../../case/web/dossier.presenter.js';
import { crumbsOf, presentCaseFacts } from '../../reply/web/reply-origins.js';
import { saidDate } from '../../reply/web/reply-view.js';

const TONE: Record<SupervisionStatus, Tag['tone']> = {
  issued: 'wait',
  answered: 'info',
  accepted: 'good',
  refused: 'bad',
  raised: 'bad',
  absorbed: 'neutral',
};

export function noticeTag(status: SupervisionStatus): Tag {
  return { tone: TONE[status], text: msg(`supervision.status.${status}`) };
}

export function levelText(level: number) {
  return msg(`supervision.level.${level}`);
}

/** For `supervision/new`: to which unit, on which level, why, by when. */
export function presentNoticeForm(
  { record, notices, answerBy, days }: SupervisionDesk,
  form: FormView | null,
  wanted: unknown = null,
) {
  const units = record.assignments.filter(({ isVoid }) => !isVoid).map(({ unit }) => unit);
  const unit = units.find(({ id }) => id === wanted)?.id ?? record.leadUnitId ?? '';
  const proposed = nextLevel(notices.filter(({ unitId }) => unitId === unit));
  const first = { id: newId(), unit, level: String(proposed), answerBy };
  const view = form ?? new FormView(first);
  return {
    pageTitle: msg('supervision.new'),
    errorSummary: view.errors.length > 0 ? { errors: view.errors } : null,
    breadcrumbs: crumbsOf(record),
    head: { title: msg('supervision.new'), lead: record.title },
    notices: notices.length > 0 ? presentNotices(record, notices) : null,
    action: `/cases/${record.ref}/supervision`,
    hidden: [{ name: 'id', value: view.field('id').value || newId() }],
    unit: view.choice('unit', units.map(unitOffer)),
    level: view.choice('level', SUPERVISION_LEVELS.map(levelOffer)),
    reason: view.field('reason'),
    skipReason: view.field('skipReason'),
    answerBy: view.field('answerBy'),
    answerByNote: msg('supervision.form.answerByNote', { days }),
    facts: { rows: presentCaseFacts(record) },
  };
}

/** For `components/tasks`: the notices of a case, oldest first. */
export function presentNotices({ ref }: HandlingCase, notices: readonly SupervisionNotice[]) {
  return {
    items: notices.map(({ id, number, level, unit, answerBy, status }) => ({
      href: `/cases/${ref}/supervision/${id}`,
      text: msg('supervision.line', { number, level: `@supervision.level.${level}` }),
      hint: msg('supervision.lineHint', { unit: unit.name, date: answerBy }),
      tag: noticeTag(status),
    })),
  };
}

/** For `supervision/show`: one notice, its answer, and what this person may do with it. */
export function presentNotice({ record, notice, answer }: OneNotice, unit: Unit, actor: Actor, form: FormView) {
  const policy = new CasePolicy(actor);
  const at = `/cases/${record.ref}/supervision/${notice.id}`;
  const mayAnswer = notice.status === 'issued' && policy.answersFor(notice.unitId) !== null;
  const mayDecide = notice.status === 'answered' && policy.permits('accept_answer', record);
  const files: FileFieldView = presentFileField(form, []);
  return {
    pageTitle: msg('supervision.one', { number: notice.number }),
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    breadcrumbs: crumbsOf(record),
    head: {
      title: levelText(notice.level),
      kicker: [notice.number],
      tags: [noticeTag(notice.status)],
      lead: record.title,
    },
    reason: { paragraphs: paragraphsOf(notice.reason) },
    skipped: notice.skipReason,
    due: whoActs(notice, unit),
    answer: answer && presentPaper(answer),
    decision:
      notice.decisionNote === null
        ? null
        : { tone: TONE[notice.status], title: msg(`supervision.status.${notice.status}`), text: notice.decisionNote },
    answering: mayAnswer
      ? {
          action: `${at}/answer`,
          hidden: [{ name: 'id', value: form.field('id').value || newId() }],
          text: form.field('text'),
          files,
        }
      : null,
    deciding: mayDecide
      ? { action: `${at}/decision`, decision: form.choice('decision', decisionOffers()), note: form.field('note') }
      : null,
    letter: `${at}/letter`,
    facts: {
      rows: [
        ...presentCaseFacts(record),
        { term: msg('supervision.fact.unit'), text: unit.name },
        { term: msg('supervision.fact.issuedOn'), text: saidDate(beijingDate(notice.issuedAt)) },
        { term: msg('supervision.fact.answerBy'), text: saidDate(notice.answerBy) },
      ],
    },
  };
}

/** Who acts next, and by when. */
function whoActs({ status, answerBy }: SupervisionNotice, unit: Unit): object | null {
  if (status === 'issued')
    return { tone: 'wait', text: msg('supervision.answerDue', { unit: unit.name, date: answerBy }) };
  return status === 'answered' ? { tone: 'info', text: msg('supervision.answered') } : null;
}

/** 督办单, for the seal. */
export function presentNoticeLetter({ record, notice }: OneNotice, unit: Unit, leader: string) {
  const row = (name: string, ...lines: (string | object)[]) => ({ term: msg(`supervision.letter.${name}`), lines });
  return {
    pageTitle: msg('supervision.letter.title'),
    paper: {
      title: msg('supervision.letter.title'),
      number: notice.number,
      back: { href: `/cases/${record.ref}/supervision/${notice.id}`, text: msg('supervision.letter.back') },
    },
    rows: [
      row('level', levelText(notice.level)),
      row('unit', unit.name),
      row('case', `${record.number}　${record.title}`),
      ...(notice.level === 3 && leader !== '' ? [row('leader', leader)] : []),
      row('dueOn', record.dueOn === null ? '' : msg('handling.on', { date: record.extendedUntil ?? record.dueOn })),
      row('reason', ...paragraphsOf(notice.reason)),
      row('answerBy', msg('handling.on', { date: notice.answerBy })),
      row('answer', msg('supervision.letter.answerText')),
    ],
    seal: { unit: record.congress.name, date: beijingDate(notice.issuedAt) },
  };
}

const unitOffer = ({ id, name }: Unit) => ({ value: id, text: name });
const levelOffer = (level: number) => ({
  value: String(level),
  text: levelText(level),
  hint: msg(`supervision.levelHint.${level}`),
});
const decisionOffers = () =>
  (['accept', 'refuse'] as const).map((value) => ({
    value,
    text: msg(`supervision.decision.${value}`),
    hint: msg(`supervision.decision.hint.${value}`),
  }));
