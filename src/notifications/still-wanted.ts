import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actors } from '../identity/index.js';
import { type Mail, MailChecks } from '../mail/index.js';
import { Notification } from './notification.entity.js';
import { REMINDER_KINDS } from './reminders/reminder.js';
import { WHO_IS_TOLD } from './rules/who-is-told.js';
import { parametersOf, STILL_TO_DO } from './still-to-do.js';

/** Where the records lie of which events tell; each stores who may read it. */
const TABLES: Readonly<Record<string, string>> = { case: 'handling_case', proposal: 'proposal', notice: 'notice' };

/** A unit reads what it was asked, not the proposal. */
const ASKED: readonly string[] = ['inquiry_wanted', 'inquiry_due_soon', 'inquiry_overdue', 'inquiry_moved'];

/** These say that the matter is no longer the reader's. */
const FAREWELLS: readonly string[] = ['return_granted', 'taken_back', 'decided_above'];

/** Before a mail goes out: may its reader still see the matter, and is it still to be done? */
@Injectable()
export class StillWanted implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly actors: Actors,
    private readonly checks: MailChecks,
  ) {}

  onModuleInit(): void {
    const told = Object.values(WHO_IS_TOLD).flatMap((tellings) => tellings.map(({ kind }) => kind));
    for (const kind of [...told, ...REMINDER_KINDS]) this.checks.register(kind, (mail) => this.isWanted(mail));
  }

  /** Whether what the message asks for has not been done yet. */
  async isToDo(message: Notification): Promise<boolean> {
    return this.asks(message, await this.keysOf(message.staffId));
  }

  /** Those of one person's messages that are still to be told. */
  async among(messages: readonly Notification[]): Promise<Notification[]> {
    const [first] = messages;
    if (!first) return [];
    const keys = await this.keysOf(first.staffId);
    const wanted = [];
    for (const message of messages)
      if ((await this.isVisible(message, keys)) && (await this.asks(message, keys))) wanted.push(message);
    return wanted;
  }

  private async isWanted({ staffId, kind, eventId }: Mail): Promise<boolean> {
    const message = await this.db.manager.findOneBy(Notification, { staffId, kind, eventId });
    return message === null || (await this.among([message])).length > 0;
  }

  private async asks({ kind, subjectId, staffId }: Notification, keys: readonly string[]): Promise<boolean> {
    const question = STILL_TO_DO[kind];
    return question === undefined || this.exists(question, parametersOf(question, [subjectId, staffId, keys]));
  }

  private async isVisible({ kind, subjectType, subjectId }: Notification, keys: readonly string[]): Promise<boolean> {
    const table = ASKED.includes(kind) ? 'review_inquiry' : TABLES[subjectType];
    const key = ASKED.includes(kind) ? 'proposal_id' : 'id';
    if (!table || FAREWELLS.includes(kind)) return true;
    return this.exists(`select from ${table} where ${key} = $1 and audience && $2::text[]`, [subjectId, keys]);
  }

  /** Of this moment: whoever has lost a role has lost what it opened. */
  private async keysOf(staffId: string): Promise<string[]> {
    return [...((await this.actors.find(staffId))?.keys ?? [])];
  }

  private async exists(question: string, values: unknown[]): Promise<boolean> {
    const [{ found }] = (await this.db.query(`select exists (${question}) as found`, values)) as [{ found: boolean }];
    return found;
  }
}
