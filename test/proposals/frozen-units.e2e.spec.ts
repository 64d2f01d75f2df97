import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Committee } from './committee.js';

const { wu, lin, tang, chen, luo, zhao, sun } = cast;
const SHEET = '审定清单上有';

describe('the lists of proposals', () => {
  let app: TestApp;
  let committee: Committee;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    committee = new Committee(app);
  });
  afterAll(() => app.close());

  const page = async (who: { id: string }, address: string) =>
    (await (await app.as(who)).get(address).expect(200)).text;
  const todos = (who: { id: string }) => page(who, '/me/todos');

  it('print the unit to which the author belonged when it was handed in', async () => {
    const serial = await committee.underReview('关于单位的提案');
    await committee.prepare(serial, { outcome: 'file' });
    await app.db.query('update staff set unit_id = $2 where id = $1', [wu.id, units.xx.id]);

    for (const address of ['/review', '/review/decisions']) {
      const text = await page(tang, address);
      expect([address, text.includes('吴敏（数学学院）'), text.includes('吴敏（信息化')]).toEqual([
        address,
        true,
        false,
      ]);
    }
    await committee.decide(serial, { outcome: 'file' });
    const list = (await app.visitor().get('/proposals').expect(200)).text;
    expect([list.includes('吴敏（数学学院）'), list.includes('吴敏（信息化')]).toEqual([true, false]);
    await app.db.query('update staff set unit_id = $2 where id = $1', [wu.id, units.sx.id]);
  });

  it('tell the chair how many prepared decisions are complete, and nobody else', async () => {
    expect(await todos(chen)).not.toContain(SHEET);
    const serials = [
      await committee.underReview('关于拟好的提案'),
      await committee.underReview('关于没拟完的提案', luo, [wu, lin]),
    ];
    await committee.prepare(serials[0]!, { outcome: 'file' });
    await committee.prepare(serials[1]!, { outcome: 'decline' });

    expect(await todos(chen)).toContain(`${SHEET} 1 件`);
    for (const one of [tang, sun, zhao]) expect(await todos(one)).not.toContain(SHEET);
    await committee.prepare(serials[1]!, { outcome: 'convert' });
    expect(await todos(chen)).toContain(`${SHEET} 2 件`);
    expect(await todos(chen)).toContain('/review/decisions?session');

    await committee.post(chen, '/review/decisions/publication', {
      session: '8-3',
      chosen: serials.map((one, i) => `${one}.${i + 1}`),
    });
    expect(await todos(chen)).not.toContain(SHEET);
  });

  it('leave out of it what the chair wrote or signed', async () => {
    const serial = await committee.underReview('关于主任附议的提案', wu, [lin, zhao]);
    await committee.prepare(serial, { outcome: 'file' });
    const second =
      'update proposal_second set staff_id = $2 where staff_id = $1 and proposal_id = (select id from proposal where serial = $3)';
    await app.db.query(second, [lin.id, chen.id, serial]);

    expect(await todos(chen)).not.toContain(SHEET);
  });
});
