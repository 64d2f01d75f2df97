import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, Not } from 'typeorm';
import { Settings } from '../config/index.js';
import { Actor, Clock, newId, type Transaction } from '../kernel/index.js';
import { type Admission, Doorkeeper, isLocale } from '../web/index.js';
import { Actors } from './actors.js';
import { BrowserSession } from './browser-session.entity.js';
import { ParkedForms } from './parked-forms.js';

const MINUTE_MS = 60_000;
const NOBODY: Admission = { actor: Actor.visitor(), sessionId: null, locale: null };

interface KnownSession {
  readonly id: string;
  readonly staffId: string;
  readonly seenAt: Date;
  readonly language: string | null;
}

const KNOWN = `
  select session.id, session.staff_id as "staffId", session.seen_at as "seenAt", account.language
  from browser_session session left join account on account.staff_id = session.staff_id
  where token_hash = $1 and ended_at is null and seen_at >= $2`;

/** Browsers that are signed in: opened, recognised, ended. */
@Injectable()
export class Sessions extends Doorkeeper {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly actors: Actors,
    private readonly parkedForms: ParkedForms,
  ) {
    super();
  }

  /** Opens a session and answers with the token for the cookie. */
  async open(staffId: string, address: string, agent: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.db.manager.insert(BrowserSession, {
      id: newId(),
      tokenHash: hashOf(token),
      staffId,
      createdAt: now,
      seenAt: now,
      endedAt: null,
      address: address.slice(0, 100),
      agent: agent.slice(0, 300),
    });
    return token;
  }

  async end(sessionId: string): Promise<void> {
    await this.db.manager.update(BrowserSession, { id: sessionId, endedAt: IsNull() }, { endedAt: this.clock.now() });
  }

  /** Ends a session of this person; somebody else's is not found and stays. */
  async endOwn(sessionId: string, staffId: string): Promise<void> {
    await this.db.manager.update(
      BrowserSession,
      { id: sessionId, staffId, endedAt: IsNull() },
      { endedAt: this.clock.now() },
    );
  }

  /** Ends every session of a person, except perhaps the one they are using. */
  async endAll(staffId: string, tx: Transaction, except: string | null = null): Promise<void> {
    const others = except ? { id: Not(except) } : {};
    await tx.update(BrowserSession, { staffId, endedAt: IsNull(), ...others }, { endedAt: this.clock.now() });
  }

  /** The sessions a person could use now, the latest first. */
  list(staffId: string): Promise<BrowserSession[]> {
    return this.db.manager.find(BrowserSession, {
      where: { staffId, endedAt: IsNull(), seenAt: MoreThan(this.idleSince()) },
      order: { seenAt: 'DESC' },
      take: 50,
    });
  }

  async admit(token: string | undefined): Promise<Admission> {
    const session = token ? await this.known(token) : null;
    const actor = session && (await this.actors.find(session.staffId));
    if (!session || !actor) return NOBODY;
    const now = this.clock.now();
    if (now.getTime() - session.seenAt.getTime() > MINUTE_MS)
      await this.db.manager.update(BrowserSession, session.id, { seenAt: now });
    return { actor, sessionId: session.id, locale: isLocale(session.language) ? session.language : null };
  }

  /** The typed text belongs to the person whose session ended, and only to them. */
  async park(path: string, fields: Record<string, unknown>, token: string | undefined): Promise<string> {
    const session = token ? await this.db.manager.findOneBy(BrowserSession, { tokenHash: hashOf(token) }) : null;
    return this.parkedForms.keep(path, fields, session?.staffId ?? null);
  }

  private async known(token: string): Promise<KnownSession | null> {
    const rows = (await this.db.query(KNOWN, [hashOf(token), this.idleSince()])) as KnownSession[];
    return rows[0] ?? null;
  }

  private idleSince(): Date {
    return new Date(this.clock.now().getTime() - this.settings.idleMinutes * MINUTE_MS);
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
