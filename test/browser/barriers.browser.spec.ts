import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { pathsOf } from '../routes/paths.js';
import { faintTextsOf, violationsOf } from '../support/axe.js';
import { DESKTOP, launchBrowser, openWindow, PHONE } from '../support/browser.js';
import { cast, type Player } from '../support/cast.js';
import { setScene } from '../support/scene.js';
import { TestApp } from '../support/test-app.js';
import { FittingReaders } from './fitting-reader.js';

const SMALLEST = { width: 320, height: 640 };
const READERS: Readonly<Record<string, Player | null>> = {
  'a visitor': null,
  ...Object.fromEntries(Object.values(cast).map((one) => [one.name, one])),
};
const fitting = new FittingReaders();
/** Answers that are no pages, or that nobody in the scene may see just now. */
const NO_PAGES =
  /assets|health|files|feed\.atom|\.xlsx|outbox\/:id\/letter|unknown|\/decision|participation|similar|\/changes/;

describe('every page', () => {
  let app: TestApp;
  let browser: Browser;
  let address: string;
  let lines: (readonly [line: string, path: string])[];
  beforeAll(async () => {
    app = await TestApp.start();
    const scene = await setScene(app);
    lines = Object.entries(pathsOf(scene)).flatMap(([route, places]) =>
      Object.entries(places).map(([label, path]) => [`${route} [${label}]`, path] as const),
    );
    address = await app.listen();
    browser = await launchBrowser();
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  it.each(Object.keys(READERS))(
    'has no barrier, no noise and no sideways scrolling for %s',
    async (name) => {
      const reader = READERS[name] ?? null;
      const token = reader ? (await app.as(reader)).token : null;
      const window = await openWindow(browser, address, { token });
      const page = await window.newPage();
      const found: string[] = [];
      page.on('console', (message) => message.type() === 'error' && found.push(`${page.url()} says ${message.text()}`));
      page.on('pageerror', (error) => found.push(`${page.url()} breaks: ${error.message}`));
      for (const [line, path] of lines.filter(([line]) => isPage(line) && fitting.of(line) === reader)) {
        const answer = await page.goto(path);
        if (answer?.status() !== 200) found.push(`${line} answers ${answer?.status()}`);
        else found.push(...(await barriersOn(page)).map((barrier) => `${line} ${barrier}`));
      }
      await window.close();

      expect(found).toEqual([]);
    },
    600_000,
  );
});

function isPage(line: string): boolean {
  return line.startsWith('GET ') && !NO_PAGES.test(line);
}

async function barriersOn(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const found = await violationsOf(page);
  for (const viewport of [SMALLEST, PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (width > viewport.width) found.push(`is ${width} pixels wide on ${viewport.width}`);
  }
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  return [...found, ...(await faintTextsOf(page)).map((text) => `in the dark: ${text}`)];
}
