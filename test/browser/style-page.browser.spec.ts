import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violationsOf } from '../support/axe.js';
import { DESKTOP, launchBrowser, openWindow, PHONE } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';

describe('the page of all components', () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    app = await TestApp.start();
    address = await app.listen();
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  it.each(['light', 'dark'] as const)('has no barrier in %s', async (colorScheme) => {
    const window = await openWindow(browser, address, { colorScheme });
    const page = await window.newPage();
    await page.goto('/style');

    expect(await violationsOf(page)).toEqual([]);
    await window.close();
  });

  it.each([PHONE, DESKTOP, { width: 320, height: 600 }])(
    'does not scroll sideways on $width pixels',
    async (viewport) => {
      const window = await openWindow(browser, address, { viewport });
      const page = await window.newPage();
      await page.goto('/style');

      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(viewport.width);
      await window.close();
    },
  );
});
