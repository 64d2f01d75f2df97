import { beijingDate } from '../../calendar/index.js';
import { type Message, msg } from '../../kernel/index.js';
import { type Assignment } from '../assignment.entity.js';
import { owedBy, type Pressure, pressureOf } from '../case-due.js';
import type { CaseList } from '../case-lists.js';
import { nextOf, wayOf } from '../case-way.js';
import type { HandlingCase } from '../handling-case.entity.js';
import type { UnsignedReply } from '../replies.repository.js';
import { leftText } from './case-facts.presenter.js';
import { flagsOf, owingNames, statusTag, type Tag } from './case-tags.js';
import { STATUS_TAG } from './reply-view.js';

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
) {
  return page.items.map((record) => presentRow(record, { today, calendar }, own, unsigned.get(record.id)));
}

function presentRow(record: HandlingCase, frame: Frame, own: readonly string[], reply: UnsignedReply | undefined) {
  const { today } = frame.today;
  const leadUnit = owingNames(record);
  const assisting = record.assisting.find((one) => own.includes(one.unitId));
  const tag = statusTag(record.status);
  return {
    href: `/cases/${record.ref}`,
    number: record.number,
    title: record.title,
    tag,
    flags: [
      ...(assisting ? [assistingTag()] : []),
      ...flagsOf(record, frame.today),
      ...(reply ? [unsignedTag(reply, today)] : []),
    ],
    next: assisting && owes(assisting, record) ? ownNext(assisting, today) : nextOf(record, leadUnit, today),
    way: { steps: wayOf(record, leadUnit, today).steps, text: tag.text },
    due: presentDue(record, frame, assisting),
  };
}

function presentDue(record: HandlingCase, { today, calendar }: Frame, assisting: Assignment | undefined) {
  const opinionDue = assisting && owes(assisting, record) ? assisting.dueOn : null;
  const date = opinionDue ?? owedBy(record);
  if (date === null) return null;
  const dated = opinionDue === null ? record : { ...record, dueOn: opinionDue, extendedUntil: null };
  return {
    tone: DUE_TONE[pressureOf(dated, today)],
    date,
    text: leftText(calendar.workingDaysLeft(today.today, date)),
  };
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

function assistingTag(): Tag {
  return { tone: 'neutral', text: msg('handling.part.assisting') };
}
