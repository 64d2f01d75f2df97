import type { Page } from 'playwright-core';
import { axeSource } from './browser.js';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: unknown; readonly html: string }[];
  }[];
}

/** Violations of WCAG 2.2 AA on the open page, one line each. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource());
  return run(page, { type: 'tag', values: STANDARDS });
}

/** Only what a change of colours can have broken; the page has been looked at before. */
export function faintTextsOf(page: Page): Promise<string[]> {
  return run(page, { type: 'rule', values: ['color-contrast'] });
}

async function run(page: Page, runOnly: { type: string; values: readonly string[] }): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id} ${String(target)} ${html.slice(0, 120)}`),
  );
}
