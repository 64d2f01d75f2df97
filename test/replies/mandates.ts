import { expect } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, type Player } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';

type Fields = Record<string, string>;

/** Lets people name deputies, sign and count what they were told. */
export class MandateDesk {
  constructor(private readonly app: TestApp) {}

  form(deputy: Player, changes: Fields = {}) {
    const validFrom = this.app.clock.now().toISOString().slice(0, 10);
    const period = { validFrom, validUntil: '2026-04-30' };
    return { id: newId(), deputy: deputy.number, part: 'head', unitId: '', ...period, reason: '出差', ...changes };
  }

  async give(who: Player, fields: Fields, path = '/me/deputies') {
    return (await this.app.as(who)).post(path, fields);
  }

  async given(who: Player, deputy: Player, changes: Fields = {}) {
    const fields = this.form(deputy, changes);
    expect((await this.give(who, fields)).status).toBe(303);
    return fields;
  }

  async revoke(who: Player, id: string) {
    return (await this.app.as(who)).post(`/me/deputies/${id}/revocation`);
  }

  async signs(who: Player, ref: string, part = 'head', version = '1') {
    return (await this.app.as(who)).post(`/cases/${ref}/signature`, { part, version });
  }

  async messages(who: Player, kind: string): Promise<number> {
    const sql = 'select count(*)::int as n from notification where staff_id = $1 and kind = $2';
    const [row] = (await this.app.db.query(sql, [who.id, kind])) as [{ n: number }];
    return row.n;
  }
}

export const PAPER = { principal: cast.he.number, document: '校办授权〔2026〕5号' };
