import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Committee } from './committee.js';

const { wu, luo, lin, chen, tang, sun } = cast;
const SELECTION = '/review/selection';

describe('several proposals of the queue', () => {
  let app: TestApp;
  let committee: Committee;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    committee = new Committee(app);
  });
  afterAll(() => app.close());

  const three = async () => [
    await committee.underReview('关于一号楼的提案'),
    await committee.underReview('关于二号楼的提案'),
    await committee.underReview('关于三号楼的提案', luo, [lin, wu]),
  ];
  const statuses = (serials: readonly string[]) => Promise.all(serials.map((one) => committee.statusOf(one)));

  it('are ticked in the queue and shown together', async () => {
    const serials = await three();
    const chair = await app.as(chen);
    const queue = await chair.get('/review').expect(200);
    for (const serial of serials) expect(queue.text).toContain(`value="${serial}" aria-label="选择 ${serial}"`);
    const page = await chair.get(`${SELECTION}?${serials.map((one) => `ref=${one}`).join('&')}`).expect(200);

    expect(page.text).toContain('一并处理 3 份提案');
    expect((await chair.get(SELECTION).expect(303)).headers.location).toBe('/review');
    await (await app.as(wu)).get(`${SELECTION}?ref=${serials[0]}`).expect(403);
  });

  it('are filed together, in the order in which they were ticked', async () => {
    const serials = await three();
    await committee.post(chen, SELECTION, { ref: serials, outcome: 'file' });

    expect(await statuses(serials)).toEqual(['filed', 'filed', 'filed']);
    const refs = (await Promise.all(serials.map((one) => committee.casesOf(one)))).flat();
    expect(refs).toEqual(refs.toSorted());
  });

  it('are declined with one reason and one explanation, or with their own', async () => {
    const serials = await three();
    const decline = { ref: serials, outcome: 'decline', declineCode: 'repeat', note: '去年已经答复。' };
    const chair = await app.as(chen);
    expect((await chair.post(SELECTION, { ...decline, note: '' }).expect(422)).text).toContain('请向提案人说明');
    expect((await chair.post(SELECTION, { ...decline, declineCode: 'gone' }).expect(422)).text).toContain(
      '去年已经答复。',
    );
    await committee.post(chen, SELECTION, { ...decline, [`note-${serials[2]}`]: '三号楼另有说明。' });

    expect(await statuses(serials)).toEqual(['declined', 'declined', 'declined']);
    expect((await (await app.as(wu)).get(`/proposals/${serials[0]}`).expect(200)).text).toContain('去年已经答复。');
    expect((await (await app.as(luo)).get(`/proposals/${serials[2]}`).expect(200)).text).toContain('三号楼另有说明。');
  });

  it('are decided all or none: the one in the way is named, what was typed comes back', async () => {
    const serials = await three();
    await committee.decide(serials[1]!, { outcome: 'convert' });
    const form = { ref: serials, outcome: 'file', note: '同意。' };
    const answer = await (await app.as(chen)).post(SELECTION, form).expect(409);

    expect(answer.text).toContain(`提案 ${serials[1]} 有问题`);
    expect(answer.text).toContain('同意。');
    expect(await statuses(serials)).toEqual(['under_review', 'converted', 'under_review']);
  });

  it('become one suggestion when they are merged and converted', async () => {
    const serials = await three();
    await committee.post(chen, SELECTION, { ref: serials, outcome: 'merge_convert', leading: serials[2]! });

    expect(await statuses(serials)).toEqual(['merged', 'merged', 'converted']);
    const [ref] = await committee.casesOf(serials[0]!);
    expect(ref).toMatch(/^8-3-j/);
    expect(await committee.partiesOf(ref!)).toEqual(['罗成', '吴敏']);
  });

  it('are put on the sheet together by the secretary, who does not decide', async () => {
    const serials = await three();
    const form = { ref: serials, outcome: 'merge', leading: serials[0]! };
    expect((await (await app.as(tang)).post(SELECTION, form).expect(409)).text).toContain('不由您来办理');
    await committee.post(tang, SELECTION, { ...form, onward: 'draft' });

    const sheet = await (await app.as(chen)).get('/review/decisions').expect(200);
    for (const serial of serials) expect(sheet.text).toContain(serial);
    expect(await statuses(serials)).toEqual(['under_review', 'under_review', 'under_review']);
  });

  it('are nobody else’s to decide', async () => {
    const serials = await three();
    await (await app.as(sun)).post(SELECTION, { ref: serials, outcome: 'file' }).expect(403);
    await (await app.as(chen)).post(SELECTION, { ref: ['2026-9999'], outcome: 'file' }).expect(404);
  });
});
