import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isId, NotFound } from '../kernel/index.js';
import { AddressBook } from '../mail/index.js';
import { Preferences } from './preferences.js';
import { TOPICS } from './rules/telling.js';

/** What a link in a mail ends: the mails of one topic, or the digests. */
export const UNSUBSCRIBABLE = [...TOPICS, 'digest'] as const;
export type Unsubscribable = (typeof UNSUBSCRIBABLE)[number];

export interface UnsubscribeLink {
  readonly staffId: string;
  readonly what: string;
  readonly signature: string;
}

const MAKE = "insert into site_key (purpose, secret) values ('unsubscribe', $1) on conflict (purpose) do nothing";
const KEY = "select secret from site_key where purpose = 'unsubscribe'";
const KEY_BYTES = 32;

/** 退订 by a signed link, without sign-in (RFC 8058). Nothing that is mandatory has such a link. */
@Injectable()
export class Unsubscribing implements OnApplicationBootstrap {
  private key: Buffer | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly preferences: Preferences,
    private readonly addresses: AddressBook,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.db.query(MAKE, [randomBytes(KEY_BYTES)]);
    const [row] = (await this.db.query(KEY)) as { secret: Buffer }[];
    this.key = row!.secret;
  }

  /** The address for the mails of one reader. */
  pathFor(staffId: string, what: Unsubscribable): string {
    return `/unsubscribe/${staffId}/${what}/${this.signed(staffId, what)}`;
  }

  /** What the link ends; absent unless we have signed it. */
  read({ staffId, what, signature }: UnsubscribeLink): Unsubscribable {
    const known = UNSUBSCRIBABLE.find((one) => one === what);
    if (!known || !isId(staffId)) throw new NotFound('link');
    const expected = Buffer.from(this.signed(staffId, known));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new NotFound('link');
    return known;
  }

  /** Once or often: the same. Messages on the site go on. */
  async unsubscribe(link: UnsubscribeLink): Promise<void> {
    const what = this.read(link);
    const person = (await this.addresses.find([link.staffId])).get(link.staffId);
    if (!person) throw new NotFound('link');
    await this.preferences.switchOff({ staffId: link.staffId, name: person.name }, (pace, topic) =>
      what === 'digest' ? pace === 'daily' || pace === 'weekly' : topic === what,
    );
  }

  private signed(staffId: string, what: string): string {
    return createHmac('sha256', this.key!).update(`unsubscribe ${staffId} ${what}`).digest('base64url');
  }
}
