import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, authorize, type Transaction } from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { Congress } from './congress.entity.js';
import { CongressNotFound, StillUndecided } from './congress.errors.js';
import { keepsCongress } from './congress.policy.js';
import { SessionBusiness } from './session-business.js';

const SESSIONS = `
  select session.id from congress_session session join congress_term term on term.id = term_id
  where term.congress_id = $1 and session.status <> 'archived'`;

/** What the steps of a congress hold while they are taken, and its change of mode waits for. */
export function modeOf(congressId: string): string {
  return `congress-mode:${congressId}`;
}

/** 简易模式: a small school switches the committee chain off, and on again. */
@Injectable()
export class LightMode {
  constructor(
    private readonly db: DataSource,
    private readonly business: SessionBusiness,
    private readonly events: AdministrativeEvents,
  ) {}

  /** Refused while something that was handed in is undecided: nobody could decide it any more. */
  choose(congressId: string, light: boolean, actor: Actor): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [modeOf(congressId)]);
      const congress = await tx.findOneBy(Congress, { id: congressId });
      if (!congress) throw new CongressNotFound();
      const action = light ? 'switch_to_light' : 'switch_to_full';
      const role = authorize(keepsCongress(actor, congress), `congress.${action}`);
      if (congress.light === light) return;
      if (light) await this.requireDecided(congressId, actor, tx);
      await tx.update(Congress, { id: congressId }, { light });
      await this.events.record({ subjectType: 'congress', subjectId: congressId, action, by: actor, role }, tx);
    });
  }

  private async requireDecided(congressId: string, actor: Actor, tx: Transaction): Promise<void> {
    let undecided = 0;
    for (const { id } of (await tx.query(SESSIONS, [congressId])) as { id: string }[]) {
      const business = await this.business.unfinished(id, actor, tx);
      undecided += business.find(({ kind }) => kind === 'undecided')?.count ?? 0;
    }
    if (undecided > 0) throw new StillUndecided(undecided);
  }
}
