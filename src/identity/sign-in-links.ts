import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Settings } from '../config/index.js';
import { Clock, newId, type Transaction } from '../kernel/index.js';
import { AccountMails } from './account-mails.js';
import { Accounts, type Holder } from './accounts.js';
import { LinkNotFound, LinkUsedUp, TooManyRequests } from './identity.errors.js';
import { PasswordChanges } from './password-changes.js';
import { type RateLimit, RateLimits } from './rate-limits.js';
import { SignInLink } from './sign-in-link.entity.js';

const HOUR = 60;

/** Links for the first sign-in and for a forgotten password. */
@Injectable()
export class SignInLinks {
  private readonly perNumber: RateLimit;
  private readonly perAddress: RateLimit;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly accounts: Accounts,
    private readonly limits: RateLimits,
    private readonly passwords: PasswordChanges,
    private readonly mails: AccountMails,
  ) {
    this.perNumber = { name: 'link by number', most: settings.linksPerNumber, minutes: HOUR };
    this.perAddress = { name: 'link by address', most: settings.linksPerAddress, minutes: HOUR };
  }

  /** Mails a link to whoever has the number; tells nobody whether anybody has it. */
  async ask(number: string, address: string): Promise<void> {
    if (!(await this.limits.take(this.perAddress, address))) throw new TooManyRequests(HOUR);
    if (!(await this.limits.take(this.perNumber, number))) return;
    const holder = await this.accounts.holderByNumber(number);
    if (holder) await this.mailTo(holder);
  }

  /** The person whose link this is; the link stays unused. */
  async holderOf(token: string): Promise<Holder> {
    const link = await this.db.manager.findOneBy(SignInLink, { tokenHash: hashOf(token) });
    return this.checked(link);
  }

  /** Sets the password, once; answers with the person who is in now. */
  use(token: string, password: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const link = await tx.findOne(SignInLink, {
        where: { tokenHash: hashOf(token) },
        lock: { mode: 'pessimistic_write' },
      });
      const holder = await this.checked(link, tx);
      await this.passwords.change(holder, password, 'link', null, tx);
      await tx.update(SignInLink, { staffId: holder.staffId, usedAt: IsNull() }, { usedAt: this.clock.now() });
      return holder.staffId;
    });
  }

  private async checked(link: SignInLink | null, tx: Transaction = this.db.manager): Promise<Holder> {
    if (!link) throw new LinkNotFound();
    const holder = link.isUsable(this.clock.now()) ? await this.accounts.holderById(link.staffId, tx) : null;
    if (!holder) throw new LinkUsedUp();
    return holder;
  }

  private mailTo(holder: Holder): Promise<void> {
    return this.db.transaction(async (tx) => {
      const purpose = holder.passwordHash === null ? 'first' : 'forgotten';
      const expiresAt = SignInLink.expiryOf(purpose, this.clock.now());
      const token = await this.store(holder.staffId, purpose, expiresAt, tx);
      const url = `${this.settings.baseUrl}/sign-in/link/${token}`;
      await this.mails.link(tx, { staffId: holder.staffId, purpose, url, expiresAt });
    });
  }

  private async store(staffId: string, purpose: SignInLink['purpose'], expiresAt: Date, tx: Transaction) {
    const token = randomBytes(32).toString('base64url');
    const createdAt = this.clock.now();
    const tokenHash = hashOf(token);
    await tx.insert(SignInLink, { id: newId(), tokenHash, staffId, purpose, createdAt, expiresAt, usedAt: null });
    return token;
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
