import { type Actor, msg } from '../../../kernel/index.js';
import { paragraphsOf } from '../../../web/index.js';
import type { CaseAction } from '../../case/case-workflow.js';
import { CasePolicy } from '../../case/case.policy.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import type { KeyFile } from '../key-desk.js';
import type { KeyMilestone, MilestoneState } from '../key-milestone.entity.js';
import type { Tag } from '../../case/web/case-tags.js';
import type { FiledPaper } from '../../case/dossier.service.js';
import { type PaperView, presentPaper } from '../../case/web/dossier.presenter.js';
import { crumbsOf, presentCaseFacts } from '../../reply/web/reply-origins.js';

const TONE: Record<MilestoneState, Tag['tone']> = { open: 'info', late: 'bad', reached: 'good', dropped: 'neutral' };
/** Which step leads to which form, the more important first. */
const FORMS: readonly (readonly [CaseAction, string])[] = [
  ['mark_key', 'mark'],
  ['plan_key', 'plan'],
  ['instruct', 'instruction'],
  ['keep_minutes', 'minutes'],
  ['report_specially', 'report'],
  ['unmark_key', 'unmark'],
];

/** For `components/tasks`: the milestones of a plan with how far each is. */
export function presentMilestones(milestones: readonly KeyMilestone[], today: string) {
  return {
    items: milestones.map((one) => ({
      text: one.title,
      hint: msg('keycases.milestoneHint', { unit: one.unit.name, date: one.dueOn }),
      tag: { tone: TONE[one.stateOn(today)], text: msg(`keycases.state.${one.stateOn(today)}`) },
    })),
  };
}

/** For `keycases/show`: plan, milestones, minutes, report, instructions, and the ways to what this person may add. */
export function presentKeyPage({ record, leader, milestones, papers, today }: KeyFile, actor: Actor): object {
  const policy = new CasePolicy(actor);
  const offers = policy.offers(record);
  const of = (...kinds: string[]) =>
    papers.filter(({ paper }) => kinds.includes(paper.kind)).map((one) => presentKeyPaper(one, milestones));
  const isWritten = (form: string) => form === 'report' && record.specialReportAt !== null;
  const doors = FORMS.filter(([step, form]) => offers.includes(step) && !isWritten(form));
  return {
    pageTitle: msg('keycases.title'),
    breadcrumbs: crumbsOf(record),
    head: { title: msg('keycases.title'), lead: record.title },
    doors: doors.map(([, form], place) => door(record, form, place === 0 ? 'primary' : 'secondary')),
    next: record.keyCase ? nextOf(record, milestones) : null,
    none: record.keyCase ? null : msg('keycases.none'),
    plan: record.keyPlan === null ? null : { paragraphs: paragraphsOf(record.keyPlan) },
    milestones: milestones.length === 0 ? null : presentMilestones(milestones, today),
    work: milestones.filter(({ isOpen }) => isOpen).map((one) => ({ doors: workOn(one, record, policy, offers) })),
    papers: of('meeting', 'milestone', 'special_report'),
    instructions: of('instruction'),
    facts: {
      rows: [...presentCaseFacts(record), ...(leader === null ? [] : [{ term: msg('keycases.leader'), text: leader }])],
    },
  };
}

/** A paper about a milestone names it. */
function presentKeyPaper(filed: FiledPaper, milestones: readonly KeyMilestone[]): PaperView {
  const about = milestones.find(({ id }) => id === filed.paper.aboutId);
  const view = presentPaper(filed);
  return about === undefined ? view : { ...view, title: msg('dossier.ofMilestone', { title: about.title }) };
}

/** Who acts next, and by when: the next milestone, then the special report. */
function nextOf({ specialReportAt, leadNames }: HandlingCase, milestones: readonly KeyMilestone[]): object | null {
  const [open] = milestones.filter(({ isOpen }) => isOpen).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  if (open !== undefined) {
    const { title, dueOn: date, unit } = open;
    return { tone: 'info', text: msg('keycases.next.milestone', { unit: unit.name, title, date }) };
  }
  if (specialReportAt !== null) return null;
  return { tone: 'info', text: msg('keycases.next.report', { unit: leadNames }) };
}

function workOn({ id, title, unitId }: KeyMilestone, record: HandlingCase, policy: CasePolicy, offers: CaseAction[]) {
  const link = (what: string, text: string) => ({
    href: `/cases/${record.ref}/key/milestones/${id}/${what}`,
    text: msg(text, { title }),
    tone: 'secondary',
  });
  const mayReach = offers.includes('reach_milestone') && policy.reaches(unitId, record) !== null;
  return [
    ...(mayReach ? [link('evidence', 'keycases.reachOne')] : []),
    ...(offers.includes('plan_key') ? [link('removal', 'keycases.dropOne')] : []),
  ];
}

function door({ ref }: HandlingCase, form: string, tone: string) {
  return { href: `/cases/${ref}/key/${form}`, text: msg(`keycases.form.${form}`), tone };
}
