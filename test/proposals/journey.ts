import { newId } from '../../src/kernel/index.js';
import { cast, type Player } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';

export const TEXT = {
  title: '关于在本部教学楼增设电动自行车充电点的提案',
  category: 'campus',
  reason: '楼下每天停着七十多辆电动自行车，只有一处充电点。',
  measures: '1. 在三处车棚各装二十个插口。\n2. 坏掉的插口限期修好。',
  wishedUnit: '',
  publish: 'yes',
  publishRefusal: '',
  version: '0',
};

/** Proposals that live through the workflow, as their people would. */
export class Journey {
  constructor(private readonly app: TestApp) {}

  async drafted(fields: Record<string, string> = {}, author: Player = cast.wu): Promise<string> {
    const id = newId();
    const client = await this.app.as(author);
    await client.post(`/proposals/${id}/draft`, { ...TEXT, page: newId(), ...fields }).expect(303);
    return id;
  }

  async seconding(fields: Record<string, string> = {}, author: Player = cast.wu): Promise<string> {
    const id = await this.drafted(fields, author);
    await (await this.app.as(author)).post(`/proposals/${id}/seconding`).expect(303);
    return id;
  }

  async invite(id: string, ...people: Player[]): Promise<void> {
    const wu = await this.app.as(cast.wu);
    for (const person of people) await wu.post(`/proposals/${id}/seconders`, { staffId: person.id }).expect(303);
  }

  async seconded(id: string, ...people: Player[]): Promise<void> {
    await this.invite(id, ...people);
    for (const person of people) {
      await (await this.app.as(person)).post(`/proposals/${id}/second`, { answer: 'second' }).expect(303);
    }
  }

  /** Answers with the serial number. */
  async submitted(fields: Record<string, string> = {}): Promise<string> {
    const id = await this.seconding(fields);
    await this.seconded(id, cast.lin, cast.zhao);
    const answer = await (await this.app.as(cast.wu)).post(`/proposals/${id}/submission`).expect(303);
    return /\/proposals\/(\d{4}-\d{4})\/receipt/.exec(answer.headers.location as string)![1]!;
  }

  async underReview(fields: Record<string, string> = {}): Promise<string> {
    const serial = await this.submitted(fields);
    await (await this.app.as(cast.tang)).post(`/review/${serial}/taking-up`).expect(303);
    return serial;
  }

  async filed(fields: Record<string, string> = {}): Promise<string> {
    const serial = await this.underReview(fields);
    await (await this.app.as(cast.chen)).post(`/review/${serial}/decision`, { outcome: 'file', note: '' }).expect(303);
    return serial;
  }
}
