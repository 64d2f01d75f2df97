import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn, type Player } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Journey, TEXT } from './journey.js';

describe('the printed form of a proposal', () => {
  let app: TestApp;
  let journey: Journey;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    journey = new Journey(app);
  });
  afterAll(() => app.close());

  const form = async (who: Player | null, ref: string, query = '') =>
    (await (who ? await app.as(who) : app.visitor()).get(`/proposals/${ref}/form${query}`).expect(200)).text;
  const shows = (page: string, ...words: string[]) => words.map((word) => page.includes(word));

  it('has every field, the signatures with their dates, and room for decision and seal', async () => {
    const serial = await journey.submitted();
    const page = await form(cast.tang, serial);

    const fields = [
      serial,
      TEXT.title,
      '吴敏',
      '理学代表团',
      '8672-3105',
      '后勤基建',
      '七十多辆',
      '坏掉的插口',
      '同意向校内外公开',
    ];
    expect(shows(page, ...fields)).toEqual(fields.map(() => true));
    expect(shows(page, '林晓（数学学院），2026年4月14日', '□ 立案', '提案工作委员会', 'seal-place')).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await form(cast.wu, serial)).toContain('林晓');
    expect((await (await app.as(cast.wu)).get(`/proposals/${serial}`)).text).toContain(`/proposals/${serial}/form`);
  });

  it('leaves out phones and seconders in public, and says what was decided', async () => {
    const serial = await journey.filed();
    for (const page of [
      await form(null, serial),
      await form(cast.mei, serial),
      await form(cast.tang, serial, '?variant=public'),
    ])
      expect(shows(page, '吴敏', '已立案', '第八届三次第', '8672-3105', '林晓')).toEqual([
        true,
        true,
        true,
        false,
        false,
      ]);
    expect(shows(await form(cast.tang, serial), '8672-3105', '林晓', '打开公开版')).toEqual([true, true, true]);
  });

  it('never names a hidden name in public, not even for those who know it', async () => {
    const serial = await journey.filed({ nameHidden: 'yes' });
    const hidden = [await form(null, serial), await form(cast.chen, serial, '?variant=public')];
    for (const page of hidden)
      expect(shows(page, '姓名不公开', '吴敏', '数学学院', '理学代表团')).toEqual([true, false, false, false]);
    expect(await form(cast.chen, serial)).toContain('吴敏');
  });

  it('is as readable as the proposal itself', async () => {
    const serial = await journey.submitted();
    await app.visitor().get(`/proposals/${serial}/form`).expect(404);
    await (await app.as(cast.gao)).get(`/proposals/${serial}/form`).expect(404);
  });
});
