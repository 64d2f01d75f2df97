import type { Response } from 'supertest';
import { newId } from '../../src/kernel/index.js';
import { cast, type Player, units } from './cast.js';
import type { Client, TestApp } from './test-app.js';

type Fields = Record<string, string | string[]>;
type Files = Parameters<Client['upload']>[2];

export const PROPOSAL = {
  title: '关于在本部教学楼增设电动自行车充电点的提案',
  category: 'campus',
  reason: '楼下每天停着七十多辆电动自行车，只有一处充电点。',
  measures: '1. 在三处车棚各装二十个插口。\n2. 坏掉的插口限期修好。',
  wishedUnit: '',
  publish: 'yes',
  publishRefusal: '',
  version: '0',
};
export const ANSWER = { text: '三处车棚已各装二十个插口，报修电话贴在墙上。', outcomeClass: 'A' };
export const PROMISE = {
  ...ANSWER,
  outcomeClass: 'B',
  promise: '暑假期间装完。',
  promisedOn: '2026-08-31',
  responsible: '何川',
};

/** The main road of a proposal, walked by its people through HTTP. Each step answers with the reference that the next one needs. */
export class Road {
  constructor(private readonly app: TestApp) {}

  async drafted(fields: Fields = {}): Promise<string> {
    const id = newId();
    await this.post(cast.wu, `/proposals/${id}/draft`, { ...PROPOSAL, page: newId(), ...fields });
    return id;
  }

  /** lin and zhao are invited. */
  async seconding(fields: Fields = {}): Promise<string> {
    const id = await this.drafted(fields);
    await this.post(cast.wu, `/proposals/${id}/seconding`);
    for (const { id: staffId } of [cast.lin, cast.zhao])
      await this.post(cast.wu, `/proposals/${id}/seconders`, { staffId });
    return id;
  }

  async submitted(fields: Fields = {}): Promise<string> {
    const id = await this.seconding(fields);
    for (const one of [cast.lin, cast.zhao]) await this.post(one, `/proposals/${id}/second`, { answer: 'second' });
    const address = await this.post(cast.wu, `/proposals/${id}/submission`);
    return /\d{4}-\d{4}/.exec(address)![0];
  }

  async underReview(fields: Fields = {}): Promise<string> {
    const serial = await this.submitted(fields);
    await this.post(cast.tang, `/review/${serial}/taking-up`);
    return serial;
  }

  /** Answers with the reference of the case. */
  async filed(fields: Fields = {}): Promise<string> {
    const serial = await this.underReview(fields);
    await this.post(cast.chen, `/review/${serial}/decision`, { outcome: 'file', note: '' });
    return this.one<string>(
      'select handling_case.ref as value from handling_case join case_origin on case_id = id where case_origin.ref = $1',
      serial,
    );
  }

  /** To hq as the lead unit and xx assisting. */
  async assigned(fields: Fields = {}): Promise<string> {
    const ref = await this.filed(fields);
    await this.post(cast.chen, `/cases/${ref}/assignment`, { lead: units.hq.id, assisting: [units.xx.id] });
    return ref;
  }

  async inHandling(fields: Fields = {}): Promise<string> {
    const ref = await this.assigned(fields);
    await this.post(cast.gao, `/cases/${ref}/receipt`, { assignment: await this.dutyOf(ref, 'lead') });
    await this.post(cast.ding, `/cases/${ref}/receipt`, { assignment: await this.dutyOf(ref, 'assisting') });
    return ref;
  }

  async readyToReply(fields: Fields = {}): Promise<string> {
    const ref = await this.inHandling(fields);
    const happenedOn = this.app.clock.now().toISOString().slice(0, 10);
    const contact = { id: newId(), way: 'visit', happenedOn, summary: '在车棚当面看过，提案人希望先装东侧。' };
    await this.post(cast.gao, `/cases/${ref}/contacts`, contact);
    const opinion = { assignment: await this.dutyOf(ref, 'assisting'), opinion: '扫码支付由我中心接入。' };
    await this.post(cast.ding, `/cases/${ref}/opinion`, opinion);
    return ref;
  }

  async atHead(reply: Fields = ANSWER, fields: Fields = {}): Promise<string> {
    const ref = await this.readyToReply(fields);
    await this.post(cast.gao, `/cases/${ref}/reply`, reply);
    return ref;
  }

  async atLeader(reply: Fields = ANSWER, fields: Fields = {}): Promise<string> {
    const ref = await this.atHead(reply, fields);
    await this.post(cast.he, `/cases/${ref}/signature`, { part: 'head', version: '1' });
    return ref;
  }

  async replied(reply: Fields = ANSWER, fields: Fields = {}): Promise<string> {
    const ref = await this.atLeader(reply, fields);
    await this.post(cast.fang, `/cases/${ref}/signature`, { part: 'leader', version: '1' });
    return ref;
  }

  async rated(result: 'satisfied' | 'mostly' | 'dissatisfied', reply: Fields = ANSWER): Promise<string> {
    const ref = await this.replied(reply);
    await this.post(cast.wu, `/cases/${ref}/rating`, { attitude: 'satisfied', result, reason: '还差东侧一处。' });
    return ref;
  }

  async published(): Promise<string> {
    const ref = await this.rated('satisfied');
    await this.post(cast.chen, `/cases/${ref}/publication`);
    return ref;
  }

  dutyOf(ref: string, part: 'lead' | 'assisting'): Promise<string> {
    return this.one(
      'select assignment.id as value from assignment join handling_case on handling_case.id = case_id where ref = $1 and part = $2',
      ref,
      part,
    );
  }

  /** The reference of the proposal that a case was opened for. */
  originOf(ref: string): Promise<string> {
    return this.one(
      'select case_origin.ref as value from case_origin join handling_case on handling_case.id = case_id where handling_case.ref = $1',
      ref,
    );
  }

  /** One step by one person; answers with where they are sent. */
  async post(who: Player, address: string, fields: Fields = {}): Promise<string> {
    return whereTo(await (await this.app.as(who)).post(address, fields), `${who.name} POST ${address}`);
  }

  /** One step with files. */
  async upload(who: Player, address: string, fields: Record<string, string>, files: Files): Promise<string> {
    return whereTo(await (await this.app.as(who)).upload(address, fields, files), `${who.name} POST ${address}`);
  }

  /** The one `value` that a query answers with. */
  async one<T>(sql: string, ...values: string[]): Promise<T> {
    const [row] = (await this.app.db.query(sql, values)) as { value: T }[];
    return row!.value;
  }
}

/** Done, with or without a page to go to; scripts that save what is typed are sent nowhere. */
function whereTo({ status, text, headers }: Response, step: string): string {
  if (status >= 400) throw new Error(`${step}: ${status}\n${text.slice(0, 3000)}`);
  return String(headers.location ?? '');
}
