import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '../kernel/index.js';

/** Days that stand with the proposal and not in the event: $1 is the proposal, $2 the moment. */
const QUESTIONS = {
  /** The last day of the filing window, as long as it is open. */
  window: `
    select ((session.window_until - interval '1 second') at time zone 'Asia/Shanghai')::date::text as day
    from proposal join congress_session session on session.id = session_id
    where proposal.id = $1 and session.status = 'open' and session.window_until > $2`,
  decision: 'select review_by::text as day from proposal where id = $1 and $2::timestamptz is not null',
  second_look: `
    select second_look_by::text as day from proposal
    where id = $1 and second_look_at is null and second_look_by >= ($2::timestamptz at time zone 'Asia/Shanghai')::date`,
} as const;
export type DueDay = keyof typeof QUESTIONS;

/** By when a reader should act, where the event does not say it. */
@Injectable()
export class DueDays {
  constructor(private readonly clock: Clock) {}

  async of(day: DueDay, proposalId: string, tx: Transaction): Promise<string | null> {
    const rows = (await tx.query(QUESTIONS[day], [proposalId, this.clock.now()])) as { day: string | null }[];
    return rows[0]?.day ?? null;
  }
}
