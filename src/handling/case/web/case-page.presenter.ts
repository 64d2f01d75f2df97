import { beijingDate } from '../../../calendar/index.js';
import { presentAttachments } from '../../../files/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import { paragraphsOf } from '../../../web/index.js';
import type { AssignmentStatus } from '../../duty/assignment-workflow.js';
import type { Assignment } from '../../duty/assignment.entity.js';
import type { CaseOrigin } from '../case-origin.entity.js';
import { namedFor } from '../author-name.js';
import type { CaseFile } from '../case-reader.js';
import type { CaseSection } from '../case-sections.js';
import { wayOf } from '../case-way.js';
import type { CasePolicy } from '../case.policy.js';
import type { HandlingCase } from '../handling-case.entity.js';
import { inFront, presentButtons } from './case-buttons.js';
import { presentFacts } from './case-facts.presenter.js';
import { ASSIGNMENT_TONE, flagsOf, owingNames, presentCarried, statusTag } from './case-tags.js';
import { presentTimeline } from './case-timeline.presenter.js';

/** The page of one case, with exactly what this reader may see and do. */
export function presentCase(file: CaseFile, policy: CasePolicy, sections: readonly CaseSection[]) {
  const { record, events, today, submittedOn, files } = file;
  return {
    pageTitle: record.title,
    breadcrumbs: presentOriginCrumbs(record, policy),
    title: record.title,
    kicker: [record.number, msg(`handling.kind.${record.kind}`)],
    tags: [statusTag(record.status), ...flagsOf(record, today), ...presentCarried(record)],
    way: wayOf(record, owingNames(record), today.today, submittedOn),
    buttons: inFront([...presentButtons(file, policy), ...sections.flatMap(({ doors }) => doors)]),
    letter: policy.sees('letter', record) && record.assignedAt !== null ? `/cases/${record.ref}/letter` : null,
    facts: presentFacts(file, policy),
    origins: record.origins.map((origin) => ({
      ref: origin.ref,
      title: origin.title,
      href: linkOf(origin, record),
      part: origin.part === null ? null : { paragraphs: paragraphsOf(origin.part) },
      author: namedFor(
        { name: origin.authorName, unit: origin.authorUnit, isHidden: origin.nameHidden },
        policy.sees('names', record),
      ),
      reason: { paragraphs: paragraphsOf(origin.reason) },
      measures: { paragraphs: paragraphsOf(origin.measures) },
      files: presentAttachments(files.get(origin.originId) ?? []),
      several: record.origins.length > 1,
    })),
    assignments: presentAssignments(file, policy),
    contacts: policy.sees('contacts', record) ? presentContacts(file) : null,
    opinions: policy.sees('opinions', record) ? presentOpinions(file) : null,
    sections,
    timeline: presentTimeline(record, events, policy),
  };
}

function presentAssignments({ record }: CaseFile, policy: CasePolicy) {
  const seesVoid = policy.sees('whole_timeline', record);
  return record.assignments
    .filter(({ isVoid }) => seesVoid || !isVoid)
    .toSorted((a, b) => Number(isAssisting(a)) - Number(isAssisting(b)))
    .map((one) => ({
      unit: one.unit.name,
      part: msg(`handling.part.${one.part}`),
      ...dutyOf(one, record),
    }));
}

/** How far the unit is; with a withdrawn case its duty is over. */
function dutyOf(one: Assignment, record: HandlingCase) {
  const status = record.status === 'withdrawn' && one.status !== 'done' ? 'void' : one.status;
  const tag = { tone: ASSIGNMENT_TONE[status], text: msg(`handling.assignmentStatus.${status}`) };
  return { tag, when: assignmentNote(one, status) };
}

/** The way back to what was written, for those who read it. */
function presentOriginCrumbs(record: HandlingCase, policy: CasePolicy) {
  const isConcerned = policy.sees('names', record);
  return record.origins
    .filter((origin) => origin.originType === 'proposal' && (isConcerned || linkOf(origin, record) !== null))
    .map(({ ref }) => ({ text: ref, href: `/proposals/${ref}` }));
}

/** To the page of the original, where everybody who reads the case may read it. */
function linkOf({ originType, ref }: CaseOrigin, { audience }: HandlingCase): string | null {
  return originType === 'proposal' && audience.includes('public') ? `/proposals/${ref}` : null;
}

function assignmentNote(one: Assignment, status: AssignmentStatus): Message {
  if (status === 'to_sign') return msg('handling.assignmentNote.to_sign', { date: one.signBy });
  const signedOn = one.signedForAt === null ? '' : beijingDate(one.signedForAt);
  return msg(`handling.assignmentNote.${status}`, { date: one.extendedUntil ?? one.dueOn, signedOn });
}

/** The talks, in the order in which they happened. */
export function presentContacts({ record, people }: Pick<CaseFile, 'record' | 'people'>) {
  return record.contacts
    .toSorted((a, b) => a.happenedOn.localeCompare(b.happenedOn) || a.loggedAt.getTime() - b.loggedAt.getTime())
    .map((one) => ({
      way: msg(`handling.contactWay.${one.way}`),
      happenedOn: one.happenedOn,
      head: one.headPresent,
      round: one.round > 1 ? msg('handling.flag.round', { n: one.round }) : null,
      paragraphs: paragraphsOf(one.summary),
      by: people.get(one.loggedBy)?.name ?? '',
      unit: record.isSeparate
        ? (record.assignments.find(({ id }) => id === one.assignmentId)?.unit.name ?? null)
        : null,
    }));
}

/** What the assisting units said, or owe. */
export function presentOpinions({ record, people }: Pick<CaseFile, 'record' | 'people'>) {
  return record.assisting.map((one) => ({
    unit: one.unit.name,
    paragraphs: one.opinion === null ? null : paragraphsOf(one.opinion),
    by: one.opinionBy === null ? '' : (people.get(one.opinionBy)?.name ?? ''),
    on: one.opinionAt === null ? null : beijingDate(one.opinionAt),
    override: one.overrideReason === null ? null : msg('handling.opinion.overridden', { reason: one.overrideReason }),
    wanted: msg('handling.opinion.wanted', { date: one.dueOn }),
  }));
}

function isAssisting({ part }: Assignment): boolean {
  return part === 'assisting';
}
