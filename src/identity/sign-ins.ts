import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/index.js';
import { Actor, Clock, type Message, msg } from '../kernel/index.js';
import { AdministrativeEvents } from '../ledger/index.js';
import { Accounts, type Holder } from './accounts.js';
import { isLocked, type LockOut, minutesLocked } from './lock-out.js';
import { isPassword } from './passwords.js';
import { type RateLimit, RateLimits } from './rate-limits.js';

export type Attempt =
  | { readonly ok: true; readonly staffId: string }
  | { readonly ok: false; readonly locked: boolean; readonly refusal: Message };

/** Staff number and password. The answer and its time are the same for a number that nobody has and for a wrong password. */
@Injectable()
export class SignIns {
  private readonly perAddress: RateLimit;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly limits: RateLimits,
    private readonly events: AdministrativeEvents,
    settings: Settings,
  ) {
    this.perAddress = { name: 'sign-in by address', most: settings.failuresPerAddress, minutes: 15 };
  }

  async attempt(number: string, password: string, address: string): Promise<Attempt> {
    if (await this.limits.isSpent(this.perAddress, address))
      return refused(msg('identity.signIn.addressLimited', { minutes: this.perAddress.minutes }));
    const holder = await this.accounts.holderByNumber(number);
    const state = await this.claim(number, holder);
    if (isLocked(state.before, this.clock.now())) return refused(this.lockedUntil(state.before));
    if (await isPassword(password, holder?.passwordHash ?? null)) return this.welcome(holder!.staffId);
    await this.limits.take(this.perAddress, address);
    return this.refuse(holder, state.after);
  }

  /** Counts the attempt before it is looked at; a locked account hears nothing. */
  private claim(number: string, holder: Holder | null): Promise<{ before: LockOut; after: LockOut }> {
    return this.db.transaction(async (tx) => {
      const counter = holder
        ? await this.accounts.lock(holder.staffId, tx)
        : await this.accounts.lockUnknown(number, tx);
      const before = { failedAttempts: counter.failedAttempts, lockedUntil: counter.lockedUntil };
      if (isLocked(before, this.clock.now())) return { before, after: before };
      counter.countAttempt(this.clock.now());
      await tx.save(counter);
      return { before, after: counter };
    });
  }

  private async welcome(staffId: string): Promise<Attempt> {
    await this.db.transaction(async (tx) => {
      const account = await this.accounts.lock(staffId, tx);
      account.forgetAttempts();
      await tx.save(account);
    });
    return { ok: true, staffId };
  }

  private async refuse(holder: Holder | null, state: LockOut): Promise<Attempt> {
    const locked = isLocked(state, this.clock.now());
    if (locked && holder) await this.recordLock(holder, state);
    return locked
      ? refused(this.lockedUntil(state))
      : { ok: false, locked: false, refusal: msg('identity.signIn.wrong') };
  }

  private async recordLock(holder: Holder, state: LockOut): Promise<void> {
    const subject = { subjectType: 'account', subjectId: holder.staffId };
    const data = { failedAttempts: state.failedAttempts, until: state.lockedUntil };
    const lock = { ...subject, action: 'lock', by: Actor.system(), role: null, data };
    await this.db.transaction((tx) => this.events.record(lock, tx));
  }

  private lockedUntil(state: LockOut): Message {
    return msg('identity.signIn.locked', { minutes: minutesLocked(state, this.clock.now()) });
  }
}

function refused(refusal: Message): Attempt {
  return { ok: false, locked: true, refusal };
}
