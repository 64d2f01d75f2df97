import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate, WorkingDays } from '../../calendar/index.js';
import { Congresses } from '../../congress/index.js';
import { RoleHolders } from '../../identity/index.js';
import { ActionNotAvailable, type Actor, authorize, Clock } from '../../kernel/index.js';
import { Directory, type Unit } from '../../organization/index.js';
import { caseWorkflow } from '../case/case-workflow.js';
import { NotAssignedTogether } from '../case/case.errors.js';
import { CasePolicy } from '../case/case.policy.js';
import { CasesRepository } from '../case/cases.repository.js';
import type { HandlingCase } from '../case/handling-case.entity.js';

export interface LeaderChoice {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

/** A deadline as the settings of the session have it, and the day it comes to if assigned now. */
export interface DefaultTerm {
  readonly days: number;
  readonly dueOn: string;
}

/** What lies on the chair's desk when cases are assigned. */
export interface Desk {
  readonly records: readonly HandlingCase[];
  readonly units: readonly Unit[];
  readonly leaders: readonly LeaderChoice[];
  readonly today: string;
  readonly leadTerm: DefaultTerm;
  readonly assistingTerm: DefaultTerm;
  readonly signBy: string;
}

const LEADERS = `
  select distinct staff.id, staff.name, staff.title, staff.number from role_grant join staff on staff.id = role_grant.staff_id and staff.active
  where role = 'leader' and valid_from <= $1 and (valid_until is null or valid_until >= $1) order by staff.number`;

@Injectable()
export class AssignmentDesk {
  constructor(
    private readonly db: DataSource,
    private readonly cases: CasesRepository,
    private readonly directory: Directory,
    private readonly congresses: Congresses,
    private readonly workingDays: WorkingDays,
    private readonly holders: RoleHolders,
    private readonly clock: Clock,
  ) {}

  /** The cases named, with everything there is to choose from; refused to anybody but the chair. */
  async layOut(refs: readonly string[], actor: Actor): Promise<Desk> {
    const records = await Promise.all(refs.map((ref) => this.cases.findVisible(ref, actor)));
    for (const record of records) authorize(new CasePolicy(actor).roleFor('assign', record), 'assign');
    refuseAssigned(records);
    const now = this.clock.now();
    const today = beijingDate(now);
    const [first] = records;
    const { settings } = await this.congresses.session(first!.governedBy);
    const calendar = await this.workingDays.load();
    const termOf = (days: number) => ({ days, dueOn: calendar.dueDateOf(now, days) });
    return {
      records,
      units: await this.unitsFor(first!),
      leaders: await this.leaders(),
      today,
      leadTerm: termOf(first!.rules.deadlineDays(settings)),
      assistingTerm: termOf(settings.assistingDays),
      signBy: calendar.dueDateOf(now, settings.signForDays),
    };
  }

  /** Everybody who leads some unit today. */
  leaders(): Promise<LeaderChoice[]> {
    return this.db.query(LEADERS, [beijingDate(this.clock.now())]) as Promise<LeaderChoice[]>;
  }

  /** The units that a congress can charge: those below its own; the unit of a faculty itself too, not the school as a whole. */
  async unitsFor({ congress }: HandlingCase): Promise<Unit[]> {
    const below = new Set(await this.directory.subtree([congress.unitId]));
    return (await this.directory.activeUnits()).filter(({ id, parentId }) => below.has(id) && parentId !== null);
  }

  /** The leader whose province the unit is. */
  async leaderOf(unitId: string): Promise<string | null> {
    const [leaderId] = await this.holders.of('leader', unitId);
    return leaderId ?? null;
  }
}

function refuseAssigned(records: readonly HandlingCase[]): void {
  const taken = records.find(({ status }) => !caseWorkflow.isAvailable('assign', status));
  if (taken && records.length > 1) throw new NotAssignedTogether(taken.number);
  if (taken) throw new ActionNotAvailable('case.assign', taken.status);
}
