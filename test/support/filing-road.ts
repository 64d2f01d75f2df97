import { newId } from '../../src/kernel/index.js';
import { cast, type Player } from './cast.js';
import { PROPOSAL, Road } from './road.js';
import { delegated } from './seats.js';
import type { TestApp } from './test-app.js';

type Fields = Record<string, string | string[]>;

const BETTER = '1. 在五处车棚各装二十个插口。\n2. 坏掉的插口限期修好。';
const BEST = '1. 在六处车棚各装二十个插口。\n2. 坏掉的插口三天内修好。';

/** The side roads on which a proposal is written, signed and handed in, walked by their people through HTTP. */
export class FilingRoad {
  private readonly road: Road;

  constructor(private readonly app: TestApp) {
    this.road = new Road(app);
  }

  /** Joint proposers and seconders come, refuse and go; every change of the matter asks those who signed again. */
  async together(): Promise<void> {
    const { road } = this;
    const id = await road.drafted();
    const at = (tail: string) => `/proposals/${id}/${tail}`;
    await road.post(cast.wu, at('autosave'), this.text({ title: '关于增设充电点的提案' }));
    for (const { number } of [cast.luo, cast.sun, cast.zhao]) await road.post(cast.wu, at('joint'), { number });
    for (const one of [cast.luo, cast.zhao]) await road.post(one, at('participation'), { answer: 'join' });
    await road.post(cast.zhao, at('participation'), { answer: 'leave' });
    await road.post(cast.wu, at(`joint/${await this.jointOf(id, cast.sun)}/removal`));
    await road.post(cast.wu, at('seconding'));
    await this.invited(id, cast.sun);
    await road.post(cast.wu, at(`seconders/${await this.secondOf(id, cast.sun)}/cancellation`));
    await this.invited(id, cast.sun, cast.lin, cast.zhao);
    await road.post(cast.sun, at('second'), { answer: 'decline', remark: '对方案另有看法。' });
    await this.signed(id);
    await road.post(cast.wu, at('draft'), this.text({ measures: BETTER }));
    await this.signed(id);
    const serial = /\d{4}-\d{4}/.exec(await road.post(cast.wu, at('submission')))![0];
    await road.post(cast.tang, `/review/${serial}/return`, { note: '请写明楼栋。' });
    await road.post(cast.wu, `/proposals/${serial}/draft`, this.text({ measures: BEST }));
    await this.signed(serial);
    await road.post(cast.wu, `/proposals/${serial}/resubmission`);
  }

  /** The head of the delegation gives back, and passes when it comes again; the school wants the check. */
  async checked(): Promise<void> {
    const { road } = this;
    const id = await road.seconding();
    const at = (tail: string) => `/proposals/${id}/${tail}`;
    await this.invited(id, cast.luo);
    for (const one of [cast.lin, cast.luo]) await road.post(one, at('second'), { answer: 'second' });
    await road.post(cast.wu, at('submission'));
    await road.post(cast.zhao, at('delegation-check'), { answer: 'return', note: '请写明涉及哪几栋楼。' });
    await road.post(cast.wu, at('seconding'));
    await road.post(cast.wu, at('submission'));
    await road.post(cast.zhao, at('delegation-check'), { answer: 'pass', note: '' });
  }

  /** A delegation of four says who is there, agrees, is asked again, and hands in. */
  async collective(): Promise<void> {
    const { road } = this;
    await delegated(this.app, cast.gao);
    const id = newId();
    const at = (tail: string) => `/proposals/${id}/${tail}`;
    const present = [cast.wu, cast.lin, cast.gao].map((one) => one.id);
    const text = { kind: 'collective', version: '99' };
    await road.post(cast.zhao, at('draft'), this.text(text));
    await road.post(cast.zhao, at('seconding'));
    await road.post(cast.zhao, at('members'), { present });
    await road.post(cast.gao, at('second'), { answer: 'decline' });
    for (const one of [cast.wu, cast.lin]) await road.post(one, at('second'), { answer: 'second' });
    await road.post(cast.zhao, at('draft'), this.text({ ...text, measures: BETTER }));
    for (const one of [cast.wu, cast.lin]) await road.post(one, at('second'), { answer: 'second' });
    await road.post(cast.zhao, at('members'), { present: present.slice(0, 2) });
    await road.post(cast.zhao, at('submission'));
  }

  /** Given back, and the day passes: more time, on as it was, or declined. */
  async overdue(): Promise<void> {
    const { road, app } = this;
    const returned = async () => {
      const serial = await road.underReview();
      await road.post(cast.tang, `/review/${serial}/return`, { note: '请写明楼栋。' });
      return `/review/${serial}/completion`;
    };
    const [patient, hopeless] = [await returned(), await returned()];
    app.clock.set('2026-04-22T09:00:00+08:00');
    await road.post(cast.tang, patient, { way: 'extend', until: '2026-04-24', note: '提案人出差。' });
    app.clock.set('2026-04-27T09:00:00+08:00');
    await road.post(cast.tang, patient, { way: 'go_on', note: '按原文审。' });
    await road.post(cast.chen, hopeless, { way: 'decline', declineCode: 'no_measure', note: '没有具体措施。' });
  }

  /** Given up as a draft, while it is signed, under review, filed, and asked for when a unit is at it. */
  async givenUp(): Promise<void> {
    const { road } = this;
    const reason = '学校已统一安装。';
    await road.post(cast.wu, `/proposals/${await road.drafted()}/discard`);
    const assigned = await road.assigned();
    for (const ref of [
      await road.seconding(),
      await road.underReview(),
      await road.originOf(await road.filed()),
      await road.originOf(assigned),
    ])
      await road.post(cast.wu, `/proposals/${ref}/withdrawal`, { reason });
    const request = await road.one<string>(
      'select request.id as value from withdrawal_request request join handling_case on handling_case.id = case_id where ref = $1',
      assigned,
    );
    const decision = { request, decision: 'refuse', note: '涉及面广，应当办完。' };
    await road.post(cast.chen, `/cases/${assigned}/withdrawal/decision`, decision);
  }

  private text(fields: Fields): Fields {
    return { ...PROPOSAL, version: '99', page: newId(), ...fields };
  }

  private async invited(id: string, ...people: Player[]): Promise<void> {
    for (const { id: staffId } of people) await this.road.post(cast.wu, `/proposals/${id}/seconders`, { staffId });
  }

  private async signed(ref: string): Promise<void> {
    for (const one of [cast.lin, cast.zhao])
      await this.road.post(one, `/proposals/${ref}/second`, { answer: 'second' });
  }

  private jointOf(id: string, { id: staffId }: Player): Promise<string> {
    return this.road.one(
      'select id as value from proposal_joint where proposal_id = $1 and staff_id = $2',
      id,
      staffId,
    );
  }

  private secondOf(id: string, { id: staffId }: Player): Promise<string> {
    return this.road.one(
      "select id as value from proposal_second where proposal_id = $1 and staff_id = $2 and status = 'invited'",
      id,
      staffId,
    );
  }
}
