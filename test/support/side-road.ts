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

  /** The author asks for the case to be withdrawn while it is with the head; the chair agrees. */
  async takenBack(): Promise<void> {
    const { road } = this;
    const ref = await road.atHead();
    const serial = await road.one<string>(
      'select case_origin.ref as value from case_origin join handling_case on id = case_id where handling_case.ref = $1',
      ref,
    );
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
