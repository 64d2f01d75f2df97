import { newId } from '../../src/kernel/index.js';
import { cast, congress, units } from './cast.js';
import { ANSWER, PROMISE, Road } from './road.js';
import { appointed } from './seats.js';
import type { TestApp } from './test-app.js';

const HEAD = { part: 'head', version: '1' };

/** The side roads of a reply, walked by its people through HTTP. */
export class ReplyRoad {
  private readonly road: Road;

  constructor(private readonly app: TestApp) {
    this.road = new Road(app);
  }

  /** Begun from a template without waiting for IT, taken back, sent back, and signed by a deputy. */
  async signedByDeputy(): Promise<void> {
    const { road } = this;
    const ref = await road.inHandling();
    const at = (tail: string) => `/cases/${ref}/${tail}`;
    await this.talkedAbout(ref);
    const override = { assignment: await road.dutyOf(ref, 'assisting'), reason: '不再等待。' };
    await road.post(cast.chen, at('overrides'), override);
    const template = { id: newId(), version: '0', name: '充电设施类', text: '{提案人}代表：关于{案名}，答复如下。' };
    await road.post(cast.gao, '/units/hq/templates', template);
    await road.post(cast.gao, at('reply/template'), { template: template.id, text: '' });
    await road.post(cast.gao, `/units/hq/templates/${template.id}/retirement`);
    await road.post(cast.gao, at('reply/draft'), ANSWER);
    await this.desksChanged(at(`desk/${await road.dutyOf(ref, 'lead')}`));
    await road.post(cast.gao, at('notes'), { id: newId(), owner: units.hq.id, note: '先别答应周五。' });
    await road.post(cast.tang, at('notes'), { id: newId(), owner: congress.id, note: '校领导关注。' });
    await road.post(cast.gao, at('reply'), ANSWER);
    await road.post(cast.gao, at('reply/recall'));
    await road.post(cast.gao, at('reply'), ANSWER);
    await road.post(cast.he, at('signature/return'), { ...HEAD, version: '2', comment: '请写明时间。' });
    await road.post(cast.gao, at('reply'), { ...ANSWER, text: '三处车棚四月底前各装二十个插口。' });
    const mandate = await this.deputyNamed();
    await road.post(cast.luo, at('signature'), { ...HEAD, version: '3' });
    await road.post(cast.he, `/me/deputies/${mandate}/revocation`);
    await road.post(cast.fang, at('signature'), { part: 'leader', version: '3' });
  }

  /** An amendment that is kept, taken back, sent back, and signed. */
  async amendedTwice(): Promise<void> {
    const { road } = this;
    const ref = await road.replied();
    const at = (tail: string) => `/cases/${ref}/${tail}`;
    const amendment = { ...ANSWER, text: '又添了二十个插口。', reason: '经费有余。' };
    await road.post(cast.gao, at('amendment/draft'), amendment);
    await road.post(cast.gao, at('amendment'), amendment);
    await road.post(cast.gao, at('amendment/recall'));
    await road.post(cast.gao, at('amendment'), amendment);
    const id = await road.one<string>(
      'select reply.id as value from reply join handling_case on handling_case.id = case_id where ref = $1 and amends_id is not null',
      ref,
    );
    const signature = at(`amendments/${id}/signature`);
    await road.post(cast.he, `${signature}/return`, { ...HEAD, version: '2', comment: '请写明位置。' });
    await road.post(cast.gao, at('amendment'), { ...amendment, text: '东侧又添了二十个插口。' });
    await road.post(cast.he, signature, { ...HEAD, version: '3' });
    await road.post(cast.fang, signature, { part: 'leader', version: '3' });
  }

  /** A promise that is reported on and kept; what became of it stands on the board. */
  async kept(): Promise<void> {
    const { road } = this;
    const ref = await road.rated('satisfied', PROMISE);
    const report = { id: newId(), percent: '100', report: '都装好了', withoutFiles: '现场可看' };
    await road.post(cast.gao, `/cases/${ref}/follow-up/progress`, report);
    await road.post(cast.chen, `/cases/${ref}/follow-up/implementation`, { note: '实地看过。' });
    await road.post(cast.chen, `/cases/${ref}/publication`);
    await road.post(cast.chen, `/cases/${ref}/notice`, { title: '充电点已建成', body: '三处车棚已装好。' });
  }

  /** A colleague takes the draft over from gao, and lets it go. */
  private async desksChanged(desk: string): Promise<void> {
    await appointed(this.app, cast.mei, units.hq);
    await this.road.post(cast.mei, `${desk}/takeover`);
    await this.road.post(cast.mei, `${desk}/release`);
  }

  private async talkedAbout(ref: string): Promise<void> {
    const happenedOn = this.app.clock.now().toISOString().slice(0, 10);
    const talk = { id: newId(), way: 'visit', happenedOn, summary: '在车棚当面看过。' };
    await this.road.post(cast.gao, `/cases/${ref}/contacts`, talk);
  }

  /** he names luo; an administrator enters sun for fang from a written authorisation. */
  private async deputyNamed(): Promise<string> {
    const period = { validFrom: '2026-04-14', validUntil: '2026-04-30', unitId: '', reason: '出差' };
    const [own, entered] = [newId(), newId()];
    await this.road.post(cast.he, '/me/deputies', { id: own, deputy: cast.luo.number, part: 'head', ...period });
    const paper = { principal: cast.fang.number, document: '校办授权〔2026〕5号' };
    const forFang = { id: entered, deputy: cast.bai.number, part: 'leader', ...period, ...paper };
    await this.road.post(cast.guan, '/admin/deputies', forFang);
    return own;
  }
}
