import { fingerprintOf } from '../proposals/committee.js';
import { cast, units } from './cast.js';
import { ANSWER, Road } from './road.js';
import type { TestApp } from './test-app.js';

const OTHER = { title: '关于在东区增设电动自行车充电点的提案' };

/** Side roads of the review and of a duty, walked by their people through HTTP. */
export class SideRoad {
  private readonly road: Road;

  constructor(private readonly app: TestApp) {
    this.road = new Road(app);
  }

  /** Read and voted on, a unit asked, prepared, merged into another one's case, separated again, declined, and looked at once more. */
  async reviewed(): Promise<void> {
    const { road } = this;
    const into = await road.filed();
    const serial = await road.underReview(OTHER);
    const at = (tail: string) => `/review/${serial}/${tail}`;
    const text = await fingerprintOf(this.app, serial);
    await road.post(cast.tang, '/review/readers', { ref: serial, reader: cast.sun.id });
    await road.post(cast.sun, at('recommendation'), {
      recommendation: 'merge',
      declineCode: '',
      note: '并入西区一案。',
      text,
    });
    await road.post(cast.sun, at('vote'), { vote: 'merge', text });
    await road.post(cast.chen, at('decision'), { outcome: 'merge', into, note: '' });
    await road.post(cast.chen, at('unmerging'), { reason: '地点不同，宜分开办。' });
    const decline = {
      outcome: 'decline',
      declineCode: 'already_solved',
      note: '东区三月已经装好。',
      deviation: '情况有变。',
    };
    await road.post(cast.chen, at('decision'), decline);
    await road.post(cast.wu, `/proposals/${serial}/second-look`, { reason: '装好的是汽车充电桩。' });
  }

  /** A duty that is asked to be given back, extended, shared with one more unit, and given to another one. */
  async shifted(): Promise<void> {
    const { road } = this;
    const ref = await road.assigned();
    const at = (tail: string) => `/cases/${ref}/${tail}`;
    const assignment = await road.dutyOf(ref, 'lead');
    await road.post(cast.gao, at('return'), { assignment, reason: '车棚归保卫处管。', suggested: '' });
    await road.post(cast.chen, at('return/decision'), { assignment, decision: 'refuse', reason: '请继续主办。' });
    await road.post(cast.gao, at('extension'), { until: '2026-07-15', reason: '等招标结果。' });
    await road.post(cast.chen, at('extension/decision'), { decision: 'grant' });
    const wish = { unit: units.cw.id, reason: '经费须由财务处确认。' };
    await road.post(cast.gao, at('units/wish'), wish);
    await road.post(cast.chen, at('units'), { ...wish, decision: 'grant', assignment });
    const order = { assignment, unit: units.sx.id, leader: cast.fang.id, dueOn: '', reason: '由使用单位牵头更合适。' };
    await road.post(cast.chen, at('reassignment'), order);
  }

  /** Asked for in vain: more time, one more unit; the duty is given back, and goes to another unit. */
  async givenBack(): Promise<void> {
    const { road } = this;
    const ref = await road.filed();
    const at = (tail: string) => `/cases/${ref}/${tail}`;
    await road.post(cast.chen, at('assignment'), { lead: units.hq.id });
    const assignment = await road.dutyOf(ref, 'lead');
    await road.post(cast.gao, at('receipt'), { assignment, unit: units.cw.id, reason: '经费须由财务处确认。' });
    const refusal = { unit: units.cw.id, decision: 'refuse', reason: '经费已经落实。', wish: assignment };
    await road.post(cast.chen, at('units'), refusal);
    await road.post(cast.gao, at('extension'), { until: '2026-07-15', reason: '等招标结果。' });
    await road.post(cast.chen, at('extension/decision'), { decision: 'refuse', reason: '招标已经结束。' });
    await road.post(cast.gao, at('return'), { assignment, reason: '先要接入校园卡。', suggested: units.xx.id });
    const other = { decision: 'grant', unit: units.xx.id, reason: '由信息中心统一安排。' };
    await road.post(cast.chen, at('return/decision'), { assignment, ...other });
  }

  /** The author asks for the case to be withdrawn while it is with the head; the chair agrees. */
  async takenBack(): Promise<void> {
    const { road } = this;
    const ref = await road.atHead();
    const serial = await road.originOf(ref);
    await road.post(cast.wu, `/proposals/${serial}/withdrawal`, { reason: '学校已统一安装。' });
    const request = await road.one<string>(
      'select request.id as value from withdrawal_request request join handling_case on handling_case.id = case_id where ref = $1',
      ref,
    );
    await road.post(cast.chen, `/cases/${ref}/withdrawal/decision`, { request, decision: 'grant', note: '' });
  }

  /** An issued reply that is amended through the same signatures. */
  async amended(): Promise<void> {
    const { road } = this;
    const ref = await road.replied();
    await road.post(cast.gao, `/cases/${ref}/amendment`, {
      ...ANSWER,
      text: '又添了二十个插口。',
      reason: '经费有余。',
    });
    const id = await road.one<string>(
      'select reply.id as value from reply join handling_case on handling_case.id = case_id where ref = $1 and amends_id is not null',
      ref,
    );
    for (const [who, part] of [
      [cast.he, 'head'],
      [cast.fang, 'leader'],
    ] as const)
      await road.post(who, `/cases/${ref}/amendments/${id}/signature`, { part, version: '1' });
  }
}
