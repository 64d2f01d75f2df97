import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { cast, castOn, type Player } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Person } from './person.js';

const TITLE = '关于在教学楼增设电动自行车充电点的提案';
const LONG_ENOUGH_MS = 180_000;

describe('the main road, walked in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    address = await app.listen();
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  it(
    'leads from a blank page to a posted result',
    async () => {
      const wu = await sitDown(cast.wu);
      await writeProposal(wu);
      await invite(wu, cast.lin, cast.zhao);
      for (const seconder of [cast.lin, cast.zhao]) await as(seconder, second);
      await wu.takeUp(TITLE);
      await wu.press('提交提案');
      expect(await wu.reads()).toContain('2026-0001');

      await as(cast.tang, async (tang) => {
        await tang.takeUp(TITLE);
        await tang.press('接收审查');
      });
      await as(cast.chen, async (chen) => {
        await chen.takeUp(TITLE);
        await chen.tick('同意立案');
        await chen.press('确认决定');
        await chen.takeUp(TITLE);
        await assign(chen);
      });
      await as(cast.ding, giveOpinion);
      await as(cast.gao, handle);
      await as(cast.he, (he) => sign(he, '同意，签字'));
      await as(cast.fang, (fang) => sign(fang, '同意，签发'));

      await wu.takeUp(TITLE);
      expect(await wu.reads()).toContain('三处车棚');
      await rate(wu);
      await as(cast.chen, publish);
      await readAsVisitor();
      await wu.goAway();
    },
    LONG_ENOUGH_MS,
  );

  it(
    'begins without scripts, too',
    async () => {
      const lin = await sitDown(cast.lin, false);
      await writeProposal(lin, '关于食堂错峰供餐的提案');
      await invite(lin, cast.wu);

      expect(await lin.reads()).toContain('吴敏');
      await lin.goAway();
    },
    LONG_ENOUGH_MS,
  );

  function sitDown(who: Player | null, withScripts = true): Promise<Person> {
    return Person.sitDown(app, browser, address, who, withScripts);
  }

  async function as(who: Player | null, work: (person: Person) => Promise<void>): Promise<void> {
    const person = await sitDown(who);
    await work(person);
    await person.goAway();
  }

  async function readAsVisitor(): Promise<void> {
    await as(null, async (visitor) => {
      await visitor.takeUp('办理结果');
      expect(await visitor.reads()).toContain('三处车棚');
      await visitor.page.goto('/proposals');
      await visitor.follow(TITLE);
      const text = await visitor.reads();
      expect(text).toContain('三处车棚');
      expect(text).not.toContain('赵刚');
    });
  }
});

async function writeProposal(author: Person, title = TITLE): Promise<void> {
  await author.page.goto('/proposals/mine');
  await author.follow('写提案');
  await author.write('案名', title);
  await author.choose('类别', '后勤基建');
  await author.write('案由', '楼下每天停着七十多辆电动自行车，只有一处充电点。');
  await author.write('建议措施', '1. 在三处车棚各装二十个插口。');
  await author.tick('同意向校内外公开');
  await author.press('下一步：核对内容');
  await author.press('核对无误，开始征集附议');
}

async function invite(author: Person, ...people: Player[]): Promise<void> {
  for (const { name } of people) {
    await author.write('查找代表', name);
    await author.press('查找');
    await author.press('邀请');
    expect(await author.isTold()).toContain('邀请已发出');
  }
}

async function second(person: Person): Promise<void> {
  await person.takeUp(TITLE);
  expect(await person.reads()).toContain('七十多辆');
  await person.tick('附议');
  await person.press('确认答复');
  expect(await person.isTold()).toContain('您已附议');
}

async function assign(chen: Person): Promise<void> {
  await chen.choose('主办单位', '后勤保障部');
  await chen.page.getByText('选择协办单位').click();
  await chen.tick('信息化建设与管理中心');
  await chen.press('交办');
  expect(await chen.isTold()).toContain('已交办给后勤保障部');
}

async function giveOpinion(ding: Person): Promise<void> {
  await ding.takeUp(TITLE);
  await ding.press('签收');
  await ding.takeUp(TITLE);
  await ding.write('协办意见', '扫码支付由我中心接入。');
  await ding.press('提交协办意见');
  expect(await ding.isTold()).toContain('协办意见已提交');
}

async function handle(gao: Person): Promise<void> {
  await gao.takeUp(TITLE);
  await gao.press('签收');
  await gao.takeUp(TITLE);
  await gao.tick('上门');
  await gao.write('沟通情况', '在车棚当面看过，提案人希望先装东侧。');
  await gao.press('登记沟通');
  await gao.takeUp(TITLE);
  await gao.write('答复内容', '三处车棚已各装二十个插口，报修电话贴在墙上。');
  await gao.tick('A 类：已经解决');
  await gao.press('送审');
  expect(await gao.isTold()).toContain('答复已送审');
}

async function sign(signer: Person, button: string): Promise<void> {
  await signer.takeUp(TITLE);
  expect(await signer.reads()).toContain('三处车棚');
  await signer.press(button);
}

async function rate(wu: Person): Promise<void> {
  await wu.page.getByRole('group', { name: '办理态度' }).getByLabel('满意', { exact: true }).check();
  await wu.page.getByRole('group', { name: '办理结果' }).getByLabel('基本满意').check();
  await wu.press('下一步：核对');
  await wu.press('提交评价');
  expect(await wu.reads()).toContain('您已评价');
}

async function publish(chen: Person): Promise<void> {
  await chen.page.goto('/board');
  await chen.follow(TITLE);
  await chen.press('公开这份答复');
  await chen.follow('公布办理结果');
  await chen.press('公布');
}
