import { cast, units } from './cast.js';
import { Road } from './road.js';
import type { TestApp } from './test-app.js';

const PARTS = {
  title1: '关于修缮车棚的提案',
  measures1: '1. 在三处车棚各装二十个插口。',
  title2: '关于充电报修的提案',
  measures2: '2. 坏掉的插口限期修好。',
  title3: '关于车库产权的提案',
  measures3: '请学校出具产权证明。',
  outcome3: 'decline',
  declineCode3: 'outside_remit',
  explanation3: '产权登记由不动产登记中心办理。',
};

/** What happens at the desk of the committee before a decision and around it, walked by its people through HTTP. */
export class DeskRoad {
  private readonly road: Road;

  constructor(private readonly app: TestApp) {
    this.road = new Road(app);
  }

  /** A unit is asked, somebody reads first and does so no more, the desk goes from hand to hand. */
  async prepared(): Promise<void> {
    const { road } = this;
    const serial = await road.underReview();
    const at = (tail: string) => `/review/${serial}/${tail}`;
    await road.post(cast.tang, at('inquiries'), { unit: units.hq.id, question: '今年有没有充电桩计划？', days: '5' });
    const inquiry = await road.one<string>(
      'select inquiry.id as value from review_inquiry inquiry join proposal on proposal.id = proposal_id where serial = $1',
      serial,
    );
    await road.post(cast.gao, `/inquiries/${inquiry}`, { answer: '年内建设四十个插口。' });
    await road.post(cast.tang, '/review/readers', { ref: serial, reader: cast.sun.id });
    await road.post(cast.tang, at('readers/removal'), { staffId: cast.sun.id });
    await road.post(cast.tang, at('claim'));
    await road.post(cast.chen, at('claim/takeover'));
    await road.post(cast.chen, at('claim/release'));
  }

  /** Three are prepared for the meeting; one is taken off the sheet, the others change places and are published together. */
  async published(): Promise<void> {
    const { road } = this;
    const serials = [await road.underReview(), await road.underReview(), await road.underReview()] as const;
    for (const serial of serials)
      await road.post(cast.tang, `/review/${serial}/decision`, { outcome: 'file', note: '', onward: 'draft' });
    await road.post(cast.tang, '/review/decisions/removal', { ref: serials[1] });
    const places = { [`place-${serials[0]}`]: '1', [`place-${serials[2]}`]: '2' };
    await road.post(cast.tang, '/review/decisions/order', { ...places, down: serials[0] });
    const sheet = await (await this.app.as(cast.chen)).get('/review/decisions');
    const chosen = [...sheet.text.matchAll(/name="chosen" value="([^"]+)"/g)].map(([, row]) => row!);
    await road.post(cast.chen, '/review/decisions/publication', { chosen });
  }

  /** Two are merged at once, two after their filing; all of it is assigned together. */
  async merged(): Promise<void> {
    const { road } = this;
    const [leading, other] = [await road.underReview(), await road.underReview()];
    const together = { ref: [leading, other], outcome: 'merge', leading, caseTitle: '关于完善充电设施的提案' };
    await road.post(cast.chen, '/review/selection', together);
    const [first, second] = [await road.filed(), await road.filed()];
    const serial = await road.originOf(second);
    await road.post(cast.chen, `/review/${serial}/merger`, { into: first, note: '同一件事。' });
    await road.post(cast.chen, `/review/${serial}/unmerging`, { reason: '地点不同，宜分开办。' });
    const orders = { lead: units.hq.id, assisting: [units.xx.id] };
    await road.post(cast.chen, '/board/assignment', { ref: [first, await road.filed()], ...orders });
  }

  /** One becomes two cases and a part that is declined; another proposal joins the second of them. */
  async split(): Promise<void> {
    const { road } = this;
    const serial = await road.underReview();
    await road.post(cast.chen, `/review/${serial}/split`, { ...PARTS, note: '分别交办。' });
    const into = await road.one<string>(
      'select max(handling_case.ref) as value from handling_case join case_origin on case_id = id where case_origin.ref = $1',
      serial,
    );
    const other = await road.underReview();
    await road.post(cast.chen, `/review/${other}/decision`, { outcome: 'merge', into, note: '' });
  }

  /** A reason for declining is added, reworded, moved, retired, taken back, and removed. */
  async reasoned(): Promise<void> {
    const { road } = this;
    const list = '/admin/decline-reasons';
    const id = '01a1fdba-825f-71d4-95cf-6f7fcc1226a0';
    await road.post(cast.tang, list, { id, zh: '已列入学校年度计划', en: 'In the plan of the year' });
    await road.post(cast.tang, `${list}/${id}`, { zh: '已列入年度工作计划', en: 'In the plan of the year' });
    await road.post(cast.tang, `${list}/${id}/move`, { place: '1' });
    await road.post(cast.tang, `${list}/${id}/retirement`);
    await road.post(cast.tang, `${list}/${id}/restoration`);
    await road.post(cast.tang, `${list}/${id}/removal`);
  }
}
