import { beijingDate } from '../../../calendar/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import type { Assignment, AssignmentPart } from '../../duty/assignment.entity.js';
import { owedBy, type Pressure, pressureOf } from '../case-due.js';
import type { CaseList } from '../case-lists.js';
import { nextOf, wayOf } from '../case-way.js';
import type { HandlingCase } from '../handling-case.entity.js';
import type { UnsignedReply } from '../../reply/replies.repository.js';
import { leftText } from './case-facts.presenter.js';
import { ASSIGNMENT_TONE, flagsOf, owingNames, statusTag, type Tag } from './case-tags.js';
import { STATUS_TAG } from '../../reply/web/reply-view.js';

const A_DAY = 86_400_000;

const DUE_TONE: Record<Pressure, 'neutral' | 'wait' | 'bad'> = {
  none: 'neutral',
  calm: 'neutral',
  soon: 'wait',
  overdue: 'bad',
};

type Frame = Pick<CaseList, 'today' | 'calendar'>;

/** Lines for `components/work-row`: what is next, who must act, by when. `own` are the units whose list it is. */
export function presentRows(
  { page, today, calendar }: CaseList,
  own: readonly string[] = [],
  unsigned: ReadonlyMap<string, UnsignedReply> = new Map(),
  writers: ReadonlyMap<string, string> = new Map(),
) {
  return page.items.map((record) => {
    const papers = { reply: unsigned.get(record.id), writer: writers.get(record.id) };
    return presentRow(record, { today, calendar }, own, papers);
  });
}

/** What the unit itself knows of its reply: how far it is, who writes on it at the moment. */
interface OwnPapers {
  readonly reply: UnsignedReply | undefined;
  readonly writer: string | undefined;
}

function presentRow(record: HandlingCase, frame: Frame, own: readonly string[], { reply, writer }: OwnPapers) {
  const { today } = frame.today;
  const leadUnit = owingNames(record);
  const assisting = record.assisting.find((one) => own.includes(one.unitId));
  const part = ownPart(record, own);
  const tag = part === undefined || record.status === 'follow_up' ? statusTag(record.status) : partTag(part);
  return {
    href: `/cases/${record.ref}`,
    number: record.number,
    title: record.title,
    tag,
    flags: [
      ...(assisting ? [partName('assisting')] : []),
      ...(record.isSeparate ? [partName('separate')] : []),
      ...flagsOf(record, frame.today),
      ...signingFlags(record, own, today),
      ...(reply ? [unsignedTag(reply, today)] : []),
      ...(writer ? [{ tone: 'wait', text: msg('claims.held', { name: writer }) } as const] : []),
    ],
    next: nextFor(record, assisting, part, leadUnit, today),
    way: { steps: wayOf(record, leadUnit, today).steps, text: tag.text },
    due: presentDue(record, frame, assisting, part),
  };
}

/** One's own unit has to sign for it today, or should have. */
function signingFlags({ assignments }: HandlingCase, own: readonly string[], today: string): Tag[] {
  const waiting = assignments.filter(({ status, unitId }) => status === 'to_sign' && own.includes(unitId));
  const [first] = waiting.map(({ signBy }) => signBy).toSorted();
  if (first === undefined || first > today) return [];
  const isLate = first < today;
  return [{ tone: isLate ? 'bad' : 'wait', text: msg(`handling.flag.${isLate ? 'signLate' : 'signToday'}`) }];
}

/** The part of one's own unit in a case that several lead, as long as the case waits for it or for its promise. */
function ownPart({ leads, status }: HandlingCase, own: readonly string[]): Assignment | undefined {
  const isRunning = status === 'assigned' || status === 'in_handling' || status === 'follow_up';
  return isRunning ? leads.find((one) => one.part === 'separate' && own.includes(one.unitId)) : undefined;
}

function nextFor(
  record: HandlingCase,
  assisting: Assignment | undefined,
  part: Assignment | undefined,
  leadUnit: string,
  today: string,
): Message {
  if (part !== undefined) return record.status === 'follow_up' ? promiseNext(part, today) : partNext(part, today);
  return assisting && owes(assisting, record) ? ownNext(assisting, today) : nextOf(record, leadUnit, today);
}

function partNext({ status, signBy, dueOn, extendedUntil, unit }: Assignment, today: string): Message {
  const due = extendedUntil ?? dueOn;
  const late = (date: string) => (date < today ? 'Late' : '');
  if (status === 'to_sign') return msg(`handling.todo.sign_for${late(signBy)}`, { date: signBy });
  if (status === 'in_handling') return msg(`handling.todo.reply${late(due)}`, { date: due });
  if (status === 'in_sign_off') return msg(`handling.next.inSignOff${late(due)}`, { unit: unit.name, date: due });
  return status === 'done' ? msg('duties.row.done') : msg('handling.next.return_pending', { unit: unit.name });
}

function promiseNext({ promiseDueOn, unit }: Assignment, today: string): Message {
  if (promiseDueOn === null) return msg('duties.row.othersPromised');
  return msg(`handling.next.followUp${promiseDueOn < today ? 'Late' : ''}`, { unit: unit.name, date: promiseDueOn });
}

function presentDue(
  record: HandlingCase,
  { today, calendar }: Frame,
  assisting: Assignment | undefined,
  part: Assignment | undefined,
) {
  if (part?.status === 'done' && part.promiseDueOn === null) return null;
  const opinionDue = assisting && owes(assisting, record) ? assisting.dueOn : null;
  const ownDue = opinionDue ?? (part ? dueOf(part) : null);
  const date = ownDue ?? owedBy(record);
  if (date === null) return null;
  const { status, promiseDueOn } = record;
  const dated =
    ownDue === null
      ? record
      : { status, promiseDueOn: part ? ownDue : promiseDueOn, dueOn: ownDue, extendedUntil: null };
  return {
    tone: DUE_TONE[pressureOf(dated, today)],
    date,
    text: leftText(calendar.workingDaysLeft(today.today, date)),
  };
}

/** What one unit of several owes next: its reply, then what it promised. */
function dueOf({ status, promiseDueOn, extendedUntil, dueOn }: Assignment): string {
  return status === 'done' && promiseDueOn !== null ? promiseDueOn : (extendedUntil ?? dueOn);
}

function owes({ owesOpinion }: Assignment, { status }: HandlingCase): boolean {
  return owesOpinion && (status === 'assigned' || status === 'in_handling');
}

function ownNext({ status, signBy, dueOn }: Assignment, today: string): Message {
  const [what, date] = status === 'to_sign' ? (['sign_for', signBy] as const) : (['opinion', dueOn] as const);
  return msg(`handling.todo.${what}${date < today ? 'Late' : ''}`, { date });
}

/** What was typed and not handed in, or came back, stands red until it is on its way. */
function unsignedTag({ status, isReturned, updatedAt }: UnsignedReply, today: string): Tag {
  if (status !== 'draft') return STATUS_TAG[status];
  if (isReturned) return { tone: 'bad', text: msg('replies.unsent.returned') };
  const days = (Date.parse(today) - Date.parse(beijingDate(updatedAt))) / A_DAY;
  return { tone: 'bad', text: days > 0 ? msg('replies.unsent.drafted', { days }) : msg('replies.unsent.today') };
}

function partName(part: AssignmentPart): Tag {
  return { tone: 'neutral', text: msg(`handling.part.${part}`) };
}

function partTag({ status }: Assignment): Tag {
  return { tone: ASSIGNMENT_TONE[status], text: msg(`handling.assignmentStatus.${status}`) };
}
