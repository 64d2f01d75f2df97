import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus, type LedgerEvent, Actor, type Transaction } from '../kernel/index.js';
import { Directory } from '../organization/index.js';
import { RoleGrants } from './role-grants.js';
import { Sessions } from './sessions.js';

const MISSING_ACCOUNTS = `
  insert into account (staff_id, created_at)
  select id, $1 from staff where not exists (select 1 from account where staff_id = staff.id)
  on conflict do nothing`;

/** What follows for sessions and roles when somebody comes, moves or leaves. */
@Injectable()
export class ComingsAndGoings implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly directory: Directory,
    private readonly grants: RoleGrants,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.bus.on('staff.add', (event, tx) => this.openAccounts(event, tx));
    this.bus.on('import.staff', (event, tx) => this.openAccounts(event, tx));
    this.bus.on('staff.move', (event, tx) => this.move(event, tx));
    this.bus.on('unit.merge', (event, tx) => this.grants.endForUnit(event.subjectId, actorOf(event), event.role, tx));
    this.bus.on('staff.leave', (event, tx) => this.leave(event, tx));
  }

  private async openAccounts(event: LedgerEvent, tx: Transaction): Promise<void> {
    await tx.query(MISSING_ACCOUNTS, [event.at]);
  }

  private async move(event: LedgerEvent, tx: Transaction): Promise<void> {
    const { from, to } = event.data as { from: string; to: string };
    const still = new Set(await this.directory.ancestors(to, tx));
    const left = (await this.directory.ancestors(from, tx)).filter((unitId) => !still.has(unitId));
    await this.grants.endLeftBehind(event.subjectId, new Set(left), actorOf(event), event.role, tx);
  }

  private async leave(event: LedgerEvent, tx: Transaction): Promise<void> {
    await this.sessions.endAll(event.subjectId, tx);
    await this.grants.endAll(event.subjectId, actorOf(event), event.role, tx);
  }
}

function actorOf({ actorId, actorName }: LedgerEvent): Pick<Actor, 'staffId' | 'name'> {
  return { staffId: actorId, name: actorName };
}
