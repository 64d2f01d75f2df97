import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus, type LedgerEvent, type Transaction } from '../kernel/index.js';
import { Directory } from '../organization/index.js';
import { Circles } from './circles.js';
import { DueDays } from './due-days.js';
import { Messenger } from './messenger.js';
import type { MessageParams } from './notification.entity.js';
import { EventFacts } from './rules/event-facts.js';
import type { Circle, Telling } from './rules/telling.js';
import { tellingsOf, WHO_IS_TOLD } from './rules/who-is-told.js';

/** Mails pass many hands: what is confidential is not named in them. */
const CONFIDENTIAL_TITLE = '@secrecy.title';
/** 隐名: what a proposer does with a case is told to its units without the name, which stands on the page of the case alone. */
const NAMELESS = '@secrecy.proposer';
const HIDDEN = `select from case_party party join case_origin origin on origin.case_id = party.case_id and origin.origin_id = any(party.origin_ids)
  where party.case_id = $1 and party.staff_id = $2 and origin.name_hidden`;
const LONGEST_NOTE = 200;

interface Told {
  readonly staffId: string;
  readonly telling: Telling;
  readonly why: Circle;
}

/** Turns every event into messages, by the table, in the transaction of the event. */
@Injectable()
export class Notifier implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly circles: Circles,
    private readonly directory: Directory,
    private readonly messenger: Messenger,
    private readonly dueDays: DueDays,
  ) {}

  /** What other rooms write because of an event (the period for a second look) is told along. */
  onModuleInit(): void {
    for (const name of Object.keys(WHO_IS_TOLD)) this.bus.onLast(name, (event, tx) => this.tell(event, tx));
  }

  private async tell(event: LedgerEvent, tx: Transaction): Promise<void> {
    const facts = new EventFacts(event);
    const audience = await this.audienceOf(facts, tx);
    if (audience.length === 0) return;
    const { subjectType, subjectId, id: eventId } = event;
    const params = await this.paramsOf(facts, tx);
    for (const { staffId, telling, why } of audience) {
      const { kind, optional: topic = null } = telling;
      const dueOn = await this.dueOf(telling, facts, tx);
      const link = telling.link?.(facts) ?? pageOf(facts);
      const together = telling.together?.(facts) ?? null;
      const message = { staffId, kind, eventId, subjectType, subjectId, params, dueOn, link, why, topic, together };
      await this.messenger.tell(message, tx);
    }
  }

  /**
   * Everybody once, by the first line of the table that reaches them; the actor only where the table says so (a receipt),
   * and nobody whom an earlier event of the same act has told.
   */
  private async audienceOf(facts: EventFacts, tx: Transaction): Promise<Told[]> {
    const { subjectType, action, actorId } = facts.event;
    const told = new Map<string, Told>();
    const before = facts.ids('alreadyTold');
    for (const telling of tellingsOf(`${subjectType}.${action}`)) {
      if (telling.when && !telling.when(facts)) continue;
      for (const why of telling.to)
        for (const staffId of await this.circles.of(why, facts, tx))
          if (!told.has(staffId) && !before.includes(staffId) && (staffId !== actorId || why === 'actor'))
            told.set(staffId, { staffId, telling, why });
    }
    return [...told.values()];
  }

  private async dueOf({ due }: Telling, facts: EventFacts, tx: Transaction): Promise<string | null> {
    if (typeof due === 'string') return this.dueDays.of(due, facts.event.subjectId, tx);
    return due?.(facts) ?? null;
  }

  private async paramsOf(facts: EventFacts, tx: Transaction): Promise<MessageParams> {
    const [leadId] = facts.leadUnitIds;
    const [unitId = leadId] = facts.ids('toUnitId', 'unitId');
    const units = await this.directory.unitsById(
      [leadId, unitId].filter((id) => id !== undefined),
      tx,
    );
    const nameOf = (id: string | undefined) => (id ? units.get(id)?.name : undefined) ?? '';
    return {
      title: facts.flag('confidential') ? CONFIDENTIAL_TITLE : facts.text('title'),
      number: facts.text('number') || facts.text('ref'),
      actor: (await isNameless(facts.event, tx)) ? NAMELESS : facts.event.actorName,
      unit: nameOf(unitId),
      lead: nameOf(leadId),
      note: shortened(facts.note),
      others: facts.list('others').join('、'),
      until: facts.date('until') ?? '',
      signBy: facts.date('signBy') ?? '@notifications.seeThePage',
      date: facts.date('promiseDueOn') ?? facts.date('dueOn') ?? '',
      ...movedDate(facts),
    };
  }
}

async function isNameless({ subjectType, subjectId, role, actorId }: LedgerEvent, tx: Transaction): Promise<boolean> {
  if (subjectType !== 'case' || role !== 'party') return false;
  return ((await tx.query(HIDDEN, [subjectId, actorId])) as unknown[]).length > 0;
}

/** Which date moved, from when to when. */
function movedDate(facts: EventFacts): MessageParams {
  const [before, after] = [facts.date('before'), facts.date('after')];
  return before && after ? { what: `@deadlines.date.${facts.text('date')}`, before, after } : {};
}

function pageOf({ event, ref }: EventFacts): string {
  return `/${event.subjectType}s/${ref}`;
}

function shortened(note: string): string {
  const characters = [...note.replace(/\s+/g, ' ').trim()];
  return characters.length > LONGEST_NOTE ? `${characters.slice(0, LONGEST_NOTE).join('')}……` : characters.join('');
}
