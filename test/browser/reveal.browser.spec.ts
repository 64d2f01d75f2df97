import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { Person } from './person.js';

const WHY_NOT = '不同意公开的理由';

describe('a field that only one answer asks for', () => {
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

  const writing = async (withScripts: boolean) => {
    const { page } = await Person.sitDown(app, browser, address, cast.wu, withScripts);
    await page.goto('/proposals/new');
    return { page, refusal: page.getByLabel(WHY_NOT) };
  };

  it('comes with the answer, stays while it is missing, and goes with the answer', async () => {
    const { page, refusal } = await writing(true);
    await refusal.waitFor({ state: 'hidden' });
    expect(await refusal.isDisabled()).toBe(true);

    await page.getByLabel('不同意公开', { exact: true }).check();
    await refusal.waitFor({ state: 'visible' });
    await page.getByLabel('同意向校内外公开').check();
    await refusal.waitFor({ state: 'hidden' });

    await page.getByLabel('不同意公开', { exact: true }).check();
    await page.getByLabel('案名').fill('关于增设充电点的提案');
    await page.getByRole('button', { name: '下一步：核对内容' }).click();
    await page.getByRole('alert').or(page.locator('.error-summary')).first().waitFor();
    expect(await page.locator('#publishRefusal-error').isVisible()).toBe(true);
  });

  it('is always there without scripts', async () => {
    const { refusal } = await writing(false);
    expect(await refusal.isVisible()).toBe(true);
  });
});
