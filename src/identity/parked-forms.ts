import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId } from '../kernel/index.js';

const KEPT_MS = 7 * 86_400_000;
const SECRET_FIELD = /password/i;
const LONE_SURROGATE = /\p{Surrogate}/gu;

export interface ParkedForm {
  readonly path: string;
  readonly fields: Readonly<Record<string, string | string[]>>;
}

/** What was typed into a form whose session had ended, kept for a week until its author has signed in again. */
@Injectable()
export class ParkedForms {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Answers with the token under which the text is given back. Passwords and files are not kept. */
  async keep(path: string, fields: Record<string, unknown>, staffId: string | null): Promise<string> {
    const token = randomBytes(24).toString('base64url');
    const texts = Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => !SECRET_FIELD.test(name) && isText(value)),
    );
    await this.db.query('delete from parked_form where created_at < $1', [this.oldest()]);
    await this.db.query(
      'insert into parked_form (id, token_hash, staff_id, path, fields, created_at) values ($1, $2, $3, $4, $5, $6)',
      [newId(), hashOf(token), staffId, path, jsonOf(texts), this.clock.now()],
    );
    return token;
  }

  /** The first to sign in with the token of nobody known becomes the owner. */
  async claim(token: string, staffId: string): Promise<void> {
    await this.db.query('update parked_form set staff_id = $2 where token_hash = $1 and staff_id is null', [
      hashOf(token),
      staffId,
    ]);
  }

  /** The form of this person; null for everybody else. */
  async find(token: string, staffId: string): Promise<ParkedForm | null> {
    const rows = (await this.db.query(
      'select path, fields from parked_form where token_hash = $1 and staff_id = $2 and created_at >= $3',
      [hashOf(token), staffId, this.oldest()],
    )) as ParkedForm[];
    return rows[0] ?? null;
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - KEPT_MS);
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

/** Without the characters that the database cannot hold; JSON spells them out. */
function jsonOf(texts: Record<string, unknown>): string {
  return JSON.stringify(texts, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').replace(LONE_SURROGATE, '\uFFFD') : value,
  );
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
