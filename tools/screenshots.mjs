// Takes the pictures of docs/screenshots from a running demo: node tools/screenshots.mjs [http://localhost:3000]
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const base = process.argv[2] ?? 'http://localhost:3000';
const folder = 'docs/screenshots';
const PASSWORD = 'jianyan-2026';
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const TALLEST = 1800;
const PROFESSOR = '2003095';
const SECRETARY = '2010121';
const CHAIR = '1996067';
const OFFICER = '2004066';
const LEADER = '1992124';

/** Name of the picture, whose page, which page. */
const PAGES = [
  ['home', null, '/'],
  ['todos', OFFICER, '/'],
  ['proposals', null, '/proposals'],
  ['proposal', null, '/proposals/2025-0001'],
  ['proposal-form', PROFESSOR, '/proposals/new'],
  ['review', SECRETARY, '/review'],
  ['board', CHAIR, '/board'],
  ['unit-cases', OFFICER, '/units/hq/cases'],
  ['case', OFFICER, '/cases/8-3-007'],
  ['signatures', LEADER, '/signatures'],
  ['rating', PROFESSOR, '/cases/8-3-003/rating'],
  ['notices', null, '/notices'],
  ['search', null, '/search?q=%E7%8F%AD%E8%BD%A6'],
  ['statistics', null, '/statistics?session=8-2'],
  ['congress', null, '/congress/8-3'],
  ['awards', SECRETARY, '/congress/8-2/awards'],
];

fs.mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
for (const [suffix, viewport] of [
  ['', DESKTOP],
  ['-phone', PHONE],
]) {
  for (const person of new Set(PAGES.map(([, who]) => who))) await photograph(person, suffix, viewport);
}
await browser.close();

async function photograph(person, suffix, viewport) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  if (person) await signIn(page, person);
  for (const [name, , address] of PAGES.filter(([, who]) => who === person)) {
    const answer = await page.goto(base + address);
    if (answer.status() !== 200) console.error(`${address}: ${answer.status()}`);
    const height = Math.min(TALLEST, await page.evaluate('document.documentElement.scrollHeight'));
    await page.screenshot({
      path: `${folder}/${name}${suffix}.jpg`,
      type: 'jpeg',
      quality: 82,
      fullPage: true,
      clip: { x: 0, y: 0, width: viewport.width, height },
    });
  }
  await context.close();
}

async function signIn(page, number) {
  await page.goto(`${base}/sign-in`);
  await page.fill('[name=number]', number);
  await page.fill('[name=password]', PASSWORD);
  await Promise.all([
    page.waitForURL((url) => url.pathname !== '/sign-in'),
    page.locator('main form button').first().click(),
  ]);
}
