import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/index.js';
import { Clock } from '../kernel/index.js';
import { type LetterGroup, Mail, type MailState } from './mail.entity.js';

const MINUTE_MS = 60_000;
/** A row that has been "sending" for so long belongs to a process that died. */
const ABANDONED_MS = 10 * MINUTE_MS;
/** Minutes before the second, third … attempt; after the last one the mail has failed. About two days in all. */
const DELAYS = [1, 5, 15, 60, 240, 480, 960, 960].map((minutes) => minutes * MINUTE_MS);

const CLAIM = `
  update mail set state = 'sending', attempts = attempts + 1, claimed_at = $1
  where id in (
    select id from mail
    where (state = 'queued' and next_attempt_at <= $1) or (state = 'sending' and claimed_at <= $2)
    order by next_attempt_at limit $3 for update skip locked)
  returning id`;

const SETTLE = `
  update mail set state = $3, last_error = $4, settled_at = case when $3 = 'queued' then null else $5::timestamptz end, next_attempt_at = coalesce($6, next_attempt_at),
    link = case when secret and $3 <> 'queued' and $7 then null else link end
  where id = $1 and state = 'sending' and claimed_at = $2`;

const FILL = "update mail set model = $3 where id = $1 and state = 'sending' and claimed_at = $2";

/** The rows of the mails to send: claimed by one worker, then settled by the same. */
@Injectable()
export class MailQueue {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Takes up to `most` mails that are due; nobody else gets them. */
  async claim(most: number): Promise<Mail[]> {
    const now = this.clock.now();
    const abandoned = new Date(now.getTime() - ABANDONED_MS);
    const [rows] = (await this.db.query(CLAIM, [now, abandoned, most])) as [{ id: string }[], number];
    if (rows.length === 0) return [];
    return this.db.manager
      .createQueryBuilder(Mail, 'mail')
      .whereInIds(rows.map((row) => row.id))
      .orderBy('mail.created_at')
      .getMany();
  }

  /** What a collecting mail lists is kept with it: it says what was sent. */
  async fill(mail: Mail, groups: readonly LetterGroup[]): Promise<void> {
    mail.model = { ...mail.model, groups };
    await this.db.query(FILL, [mail.id, mail.claimedAt, JSON.stringify(mail.model)]);
  }

  sent(mail: Mail): Promise<void> {
    return this.settle(mail, 'sent', null);
  }

  skipped(mail: Mail, reason: string): Promise<void> {
    return this.settle(mail, 'skipped', reason);
  }

  failed(mail: Mail, reason: string): Promise<void> {
    return this.settle(mail, 'failed', reason);
  }

  /** Tries again later, each time after a longer while. */
  async postponed(mail: Mail, reason: string): Promise<void> {
    const delay = DELAYS[mail.attempts - 1];
    if (delay === undefined) return this.failed(mail, reason);
    await this.settle(mail, 'queued', reason, new Date(this.clock.now().getTime() + delay));
  }

  private async settle(mail: Mail, state: MailState, error: string | null, again: Date | null = null): Promise<void> {
    const reason = error?.slice(0, 500) ?? null;
    const reallySent = this.settings.smtpUrl !== null; // the demo's mailbox goes on showing its links
    const values = [mail.id, mail.claimedAt, state, reason, this.clock.now(), again, reallySent];
    await this.db.query(SETTLE, values);
  }
}
