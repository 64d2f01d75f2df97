import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, type Transaction } from '../kernel/index.js';
import { HeldByColleague } from './claims.errors.js';

/** How long a check-out lasts when nobody ends it. */
const CLAIM_MINUTES = 30;
const MINUTE_MS = 60_000;

export interface ClaimedSubject {
  readonly type: string;
  readonly id: string;
}

export interface Claim {
  readonly staffId: string;
  readonly name: string;
  readonly since: Date;
  readonly until: Date;
}

interface Row extends Claim {
  readonly subjectId: string;
}

const LIVE = `
  select subject_id as "subjectId", staff_id as "staffId", name, since, until
  from work_claim join staff on staff.id = staff_id where subject_type = $1 and subject_id = any($2) and until > $3`;
const TAKE = `
  insert into work_claim (subject_type, subject_id, staff_id, since, until) values ($1, $2, $3, $4, $5)
  on conflict (subject_type, subject_id) do update set staff_id = excluded.staff_id, until = excluded.until,
    since = case when work_claim.staff_id = excluded.staff_id and work_claim.until > excluded.since then work_claim.since else excluded.since end
  where $6 or work_claim.staff_id = excluded.staff_id or work_claim.until <= excluded.since
  returning staff_id`;
const END =
  'delete from work_claim where subject_type = $1 and subject_id = $2 and ($3::uuid is null or staff_id = $3)';

/** Who works on what at the moment. Held by the database alone; ends after a time, when given back and when the work is done. */
@Injectable()
export class Claims {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async of({ type, id }: ClaimedSubject, tx: Transaction = this.db.manager): Promise<Claim | null> {
    return (await this.ofMany(type, [id], tx)).get(id) ?? null;
  }

  /** One query for a whole list. */
  async ofMany(
    type: string,
    ids: readonly string[],
    tx: Transaction = this.db.manager,
  ): Promise<ReadonlyMap<string, Claim>> {
    const rows = (await tx.query(LIVE, [type, ids, this.clock.now()])) as Row[];
    return new Map(rows.map(({ subjectId, ...claim }) => [subjectId, claim]));
  }

  /** Checks it out, or goes on holding it for a while. Refused while a colleague holds it. */
  async take(subject: ClaimedSubject, actor: Actor, tx: Transaction): Promise<void> {
    if (!(await this.put(subject, actor, false, tx))) throw await this.heldBy(subject, tx);
  }

  /** Takes what nobody holds, for whoever opens it; whoever holds it stays. */
  async takeIfFree(subject: ClaimedSubject, actor: Actor, tx: Transaction): Promise<void> {
    await this.put(subject, actor, false, tx);
  }

  /** 接手. Answers with the one who held it until now, who has to be told; null when nobody else did. */
  async takeOver(subject: ClaimedSubject, actor: Actor, tx: Transaction): Promise<Claim | null> {
    const before = await this.of(subject, tx);
    await this.put(subject, actor, true, tx);
    return before && before.staffId !== actor.staffId ? before : null;
  }

  /** Given back by its holder. */
  async release(subject: ClaimedSubject, actor: Actor, tx: Transaction): Promise<void> {
    await tx.query(END, [subject.type, subject.id, actor.staffId]);
  }

  /** The work is done. */
  async end({ type, id }: ClaimedSubject, tx: Transaction): Promise<void> {
    await tx.query(END, [type, id, null]);
  }

  /** For steps that only the holder may take while somebody holds it. */
  async refuseOthers(subject: ClaimedSubject, actor: Actor, tx: Transaction): Promise<void> {
    const claim = await this.of(subject, tx);
    if (claim && claim.staffId !== actor.staffId) throw new HeldByColleague(claim.name);
  }

  private async put({ type, id }: ClaimedSubject, actor: Actor, anyway: boolean, tx: Transaction): Promise<boolean> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + CLAIM_MINUTES * MINUTE_MS);
    const rows = (await tx.query(TAKE, [type, id, actor.staffId, now, until, anyway])) as unknown[];
    return rows.length > 0;
  }

  private async heldBy(subject: ClaimedSubject, tx: Transaction): Promise<HeldByColleague> {
    return new HeldByColleague((await this.of(subject, tx))?.name ?? '');
  }
}
