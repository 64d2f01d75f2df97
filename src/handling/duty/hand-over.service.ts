import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actor, EventBus, type LedgerEvent, msg, type Transaction } from '../../kernel/index.js';
import { Directory, type MergerPart, type Unit, UnitMerger } from '../../organization/index.js';
import { CaseSteps } from '../case/case-steps.js';
import { CasesRepository } from '../case/cases.repository.js';
import { HandedPapers } from '../reply/handed-papers.js';
import { RepliesRepository } from '../reply/replies.repository.js';

interface OpenDuty {
  readonly ref: string;
  readonly number: string;
  readonly part: string;
  readonly dutyId: string;
  readonly status: string;
}

/** What a unit still has to do: duties of cases that have not come to their end. */
const OPEN = `
  select record.ref, record.number, duty.part, duty.id as "dutyId", record.status
  from assignment duty join handling_case record on record.id = duty.case_id
  where duty.unit_id = $1 and duty.status <> 'void' and record.status not in ('concluded', 'withdrawn')
    and (duty.part <> 'assisting' or duty.status <> 'done'
      or exists (select from supervision_notice n where n.case_id = record.id and n.unit_id = $1 and n.status in ('issued', 'answered'))
      or exists (select from key_milestone m where m.case_id = record.id and m.unit_id = $1 and reached_at is null and dropped_because is null))
  order by record.ref`;

/** 机构调整: when a unit is merged, its open duties go to the successor, each case with its own event. */
@Injectable()
export class HandOver implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly bus: EventBus,
    private readonly merger: UnitMerger,
    private readonly directory: Directory,
    private readonly cases: CasesRepository,
    private readonly replies: RepliesRepository,
    private readonly steps: CaseSteps,
    private readonly papers: HandedPapers,
  ) {}

  onModuleInit(): void {
    this.merger.add((unit) => this.preview(unit));
    this.bus.on('unit.merge', (event, tx) => this.move(event, tx));
  }

  /** By number and state only: who looks after units does not read the cases. */
  private async preview({ id }: Unit): Promise<MergerPart> {
    const items = (await this.openDuties(id, this.db.manager)).map(({ number, part, status }) => ({
      text: number,
      note: msg('mergers.duty', { part: `@handling.part.${part}`, status: `@handling.status.${status}` }),
    }));
    return { title: msg('mergers.cases', { n: items.length }), items };
  }

  private async move({ subjectId, data }: LedgerEvent, tx: Transaction): Promise<void> {
    const { name, successor } = data as { name: string; successor: string };
    const to = await this.directory.unit(String(data.successorId), tx);
    for (const { ref, dutyId } of await this.openDuties(subjectId, tx))
      await this.moveOne(ref, dutyId, to, `机构调整：${name}并入${successor}`, tx);
  }

  private async moveOne(ref: string, dutyId: string, to: Unit, note: string, tx: Transaction): Promise<void> {
    const system = Actor.system();
    const record = await this.cases.lockVisible(ref, system, tx);
    const step = async (one: typeof record, act: Parameters<typeof one.handOver>[3]) => {
      const duty = one.duty(dutyId);
      const [from, own] = [duty.unitId, one.assignments.find(({ unitId, isVoid }) => !isVoid && unitId === to.id)];
      const event = one.handOver(duty, to, note, act);
      await tx.save(one.assignments.filter(({ isVoid }) => isVoid)); // before the others: a unit has one part at a time
      const [stays, absorbed] = duty.isVoid ? [own!, duty] : [duty, own ?? null];
      await this.papers.follow(one, { from, to, stays, absorbed }, tx);
      await this.replies.followUnits(one, tx, stays.id);
      return event;
    };
    await this.steps.take('hand_over', record, system, step, tx);
  }

  private openDuties(unitId: string, tx: Transaction): Promise<OpenDuty[]> {
    return tx.query(OPEN, [unitId]) as Promise<OpenDuty[]>;
  }
}
