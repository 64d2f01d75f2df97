import type { HandlingCase, NewCase } from '../../src/handling/index.js';
import { newId } from '../../src/kernel/index.js';
import { cast } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';
import { dutyOf, find, inHandling } from '../handling/cases.js';

export const ANSWER = {
  text: '自五月起，周一至周四二十二点加开一班校车。\n时刻已贴在各站。',
  outcomeClass: 'A',
};
export const PROMISE = {
  ...ANSWER,
  outcomeClass: 'B',
  promise: '新购两辆校车后加开夜班车。',
  promisedOn: '2026-09-30',
  responsible: '何川',
};
export const GOOD = { attitude: 'satisfied', result: 'satisfied', reason: '' };
export const BAD = { attitude: 'mostly', result: 'dissatisfied', reason: '末班车仍然太早' };

/** Walks cases through the pages of the people who handle them. */
export class Journey {
  constructor(private readonly app: TestApp) {}

  /** Talked about with wu, ding's opinion given: gao may submit a reply. */
  async ready(changes: Partial<NewCase> = {}): Promise<HandlingCase> {
    const record = await inHandling(this.app, changes);
    await this.talk(record.ref);
    const ding = await this.app.as(cast.ding);
    const opinion = { assignment: dutyOf(record, 'assisting'), opinion: '站台显示屏可以配合更新。' };
    await ding.post(`/cases/${record.ref}/opinion`, opinion).expect(303);
    return record;
  }

  async talk(ref: string, further: Record<string, string> = {}): Promise<void> {
    const gao = await this.app.as(cast.gao);
    const happenedOn = this.app.clock.now().toISOString().slice(0, 10);
    const contact = { id: newId(), way: 'visit', happenedOn, summary: '当面谈过两次。', ...further };
    await gao.post(`/cases/${ref}/contacts`, contact).expect(303);
  }

  async submitted(reply: Record<string, string> = ANSWER, changes: Partial<NewCase> = {}): Promise<string> {
    const { ref } = await this.ready(changes);
    await this.submit(ref, reply);
    return ref;
  }

  async submit(ref: string, reply: Record<string, string> = ANSWER): Promise<void> {
    const gao = await this.app.as(cast.gao);
    await gao.post(`/cases/${ref}/reply`, reply).expect(303);
  }

  async sign(ref: string, version = '1'): Promise<void> {
    const he = await this.app.as(cast.he);
    await he.post(`/cases/${ref}/signature`, { part: 'head', version }).expect(303);
    const fang = await this.app.as(cast.fang);
    await fang.post(`/cases/${ref}/signature`, { part: 'leader', version }).expect(303);
  }

  async replied(reply: Record<string, string> = ANSWER, changes: Partial<NewCase> = {}): Promise<string> {
    const ref = await this.submitted(reply, changes);
    await this.sign(ref);
    return ref;
  }

  async rated(rating: Record<string, string>, reply: Record<string, string> = ANSWER): Promise<string> {
    const ref = await this.replied(reply);
    const wu = await this.app.as(cast.wu);
    await wu.post(`/cases/${ref}/rating`, rating).expect(303);
    return ref;
  }

  async statusOf(ref: string): Promise<string> {
    return (await find(this.app, ref)).status;
  }

  /** What the ledger tells of a case, in order. */
  async actions(ref: string): Promise<string[]> {
    const rows = (await this.app.db.query(
      'select action from ledger_event where subject_id = (select id from handling_case where ref = $1) order by position',
      [ref],
    )) as { action: string }[];
    return rows.map(({ action }) => action);
  }
}
