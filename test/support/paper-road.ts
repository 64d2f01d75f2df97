import { newId } from '../../src/kernel/index.js';
import { cast } from './cast.js';
import { PROPOSAL, Road } from './road.js';
import { PDF } from './sample-files.js';
import type { TestApp } from './test-app.js';

const SCAN = { files: { name: '扫描件.pdf', body: PDF } };
const SECRET = { confidential: 'yes', confidentialityReason: '涉及危险品存放位置。' };

/** What comes on paper, and what is kept from others, walked by its people through HTTP. */
export class PaperRoad {
  private readonly road: Road;

  constructor(app: TestApp) {
    this.road = new Road(app);
  }

  /** A form is typed in and objected to; a rating on paper is entered. */
  async entered(): Promise<void> {
    const { road } = this;
    const { version: _, ...text } = PROPOSAL;
    const seconders = `${cast.lin.number}、${cast.zhao.number}`;
    const form = { ...text, id: newId(), author: cast.wu.number, receivedOn: '2026-04-10', note: '', seconders };
    const serial = /\d{4}-\d{4}/.exec(await road.upload(cast.tang, '/review/paper', form, SCAN))![0];
    await road.post(cast.wu, `/proposals/${serial}/objection`, { objection: '第二条措施漏录。' });
    const rating = { party: cast.wu.id, attitude: 'satisfied', result: 'mostly', reason: '' };
    await road.upload(cast.tang, `/cases/${await road.replied()}/rating/paper`, rating, SCAN);
  }

  /** Secrecy is granted to one and refused to another; the third only hides the name. */
  async hidden(): Promise<void> {
    const { road } = this;
    const [granted, refused] = [await road.underReview(SECRET), await road.underReview(SECRET)];
    await road.post(cast.chen, `/review/${granted}/confidentiality`, { decision: 'grant' });
    const words = { decision: 'refuse', answer: '位置本已公开。' };
    await road.post(cast.chen, `/review/${refused}/confidentiality`, words);
    await road.post(cast.chen, `/review/${granted}/decision`, { outcome: 'file', note: '' });
    const ref = await road.replied(undefined, { nameHidden: 'yes' });
    await road.post(cast.wu, `/cases/${ref}/rating`, { attitude: 'satisfied', result: 'satisfied', reason: '' });
    await road.post(cast.chen, `/cases/${ref}/publication`);
  }
}
