import { newId } from '../../src/kernel/index.js';
import { cast, type Player, units } from './cast.js';
import { ANSWER, PROMISE, Road } from './road.js';
import type { TestApp } from './test-app.js';

const BAD = { attitude: 'mostly', result: 'dissatisfied', reason: '还差东侧一处。' };
const GOOD = { attitude: 'satisfied', result: 'satisfied', reason: '' };

/** The roads after the reply, walked by their people through HTTP. */
export class AfterRoad {
  private readonly road: Road;

  constructor(private readonly app: TestApp) {
    this.road = new Road(app);
  }

  /** A key proposal with plan, minutes, instruction and special report, supervised, promised, reported on, put off, classed anew. */
  async watched(): Promise<string> {
    const { road } = this;
    const ref = await road.readyToReply();
    const at = (tail: string) => `/cases/${ref}/${tail}`;
    await road.post(cast.chen, at('key/mark'), { leader: cast.fang.id, reason: '年度重点' });
    const milestone = { id: newId(), title: '选定车棚', dueOn: '2026-04-30', unit: units.hq.id };
    await road.post(cast.gao, at('key/plan'), { plan: '先选址，再施工。', ...milestone });
    const evidence = { id: newId(), text: '三处已选定', withoutFiles: '图纸较大' };
    await road.post(cast.gao, at(`key/milestones/${milestone.id}/evidence`), evidence);
    const minutes = { id: newId(), heldOn: '2026-04-14', attendees: '方正、何川', text: '议定三处。' };
    await road.post(cast.gao, at('key/minutes'), minutes);
    await road.post(cast.fang, at('key/instruction'), { id: newId(), text: '请抓紧。' });
    await road.post(cast.gao, at('key/report'), { id: newId(), text: '三步走完。' });
    await this.supervised(ref);
    await road.post(cast.gao, at('reply'), PROMISE);
    await road.post(cast.he, at('signature'), { part: 'head', version: '1' });
    await road.post(cast.fang, at('signature'), { part: 'leader', version: '1' });
    await road.post(cast.wu, at('rating'), GOOD);
    const report = { id: newId(), percent: '40', report: '已到货', withoutFiles: '合同在办' };
    await road.post(cast.gao, at('follow-up/progress'), report);
    await road.post(cast.he, at('follow-up/postponement'), { until: '2026-12-31', reason: '上牌要等' });
    await road.post(cast.chen, at('reclassification'), { outcomeClass: 'A', reason: '实地看过，已经办成' });
    return ref;
  }

  /** Marked, planned, and after all no key proposal. */
  async unmarked(): Promise<void> {
    const { road } = this;
    const ref = await road.inHandling();
    const at = (tail: string) => `/cases/${ref}/key/${tail}`;
    await road.post(cast.chen, at('mark'), { leader: cast.fang.id, reason: '年度重点' });
    const milestone = { id: newId(), title: '选定车棚', dueOn: '2026-04-30', unit: units.hq.id };
    await road.post(cast.gao, at('plan'), { plan: '先选址，再施工。', ...milestone });
    await road.post(cast.gao, at(`milestones/${milestone.id}/removal`), { reason: '并入施工一步。' });
    await road.post(cast.chen, at('unmark'), { reason: '改由部门推进。' });
  }

  /** Dissatisfied twice, referred to the leader, handled a final time, referred again and explained. */
  async ruled(): Promise<string> {
    const ref = await this.twiceDissatisfied();
    await this.decide(ref, cast.chen, 'refer_to_leader');
    await this.decide(ref, cast.fang, 'final_handling', '2026-06-30');
    await this.answeredAgain(ref);
    await this.decide(ref, cast.chen, 'refer_to_leader');
    await this.decide(ref, cast.fang, 'explanation');
    return ref;
  }

  /** Dissatisfied twice, and explained by the presidium. */
  async referredToPresidium(): Promise<void> {
    const ref = await this.twiceDissatisfied();
    await this.decide(ref, cast.chen, 'refer_to_presidium');
    await this.decide(ref, cast.fang, 'explanation');
  }

  private async twiceDissatisfied(): Promise<string> {
    const ref = await this.road.rated('dissatisfied');
    await this.decide(ref, cast.chen, 'second_handling');
    await this.answeredAgain(ref);
    return ref;
  }

  private decide(ref: string, who: Player, decision: string, dueOn = ''): Promise<string> {
    return this.road.post(who, `/cases/${ref}/dissatisfaction`, { decision, dueOn, explanation: '理由已当面说明' });
  }

  private async supervised(ref: string): Promise<void> {
    const notice = { id: newId(), unit: units.hq.id, level: '1', reason: '进度偏慢', answerBy: '2026-04-21' };
    await this.road.post(cast.tang, `/cases/${ref}/supervision`, notice);
    const at = `/cases/${ref}/supervision/${notice.id}`;
    await this.road.post(cast.gao, `${at}/answer`, { id: newId(), text: '月底前完成。' });
    await this.road.post(cast.chen, `${at}/decision`, { decision: 'accept', note: '' });
  }

  private async answeredAgain(ref: string): Promise<void> {
    const happenedOn = this.app.clock.now().toISOString().slice(0, 10);
    const talk = { id: newId(), way: 'visit', happenedOn, summary: '负责人当面谈过。', headPresent: 'yes' };
    await this.road.post(cast.gao, `/cases/${ref}/contacts`, talk);
    await this.road.post(cast.gao, `/cases/${ref}/reply`, ANSWER);
    await this.road.post(cast.he, `/cases/${ref}/signature`, { part: 'head', version: '1' });
    await this.road.post(cast.fang, `/cases/${ref}/signature`, { part: 'leader', version: '1' });
    await this.road.post(cast.wu, `/cases/${ref}/rating`, BAD);
  }
}
