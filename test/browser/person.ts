import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openWindow } from '../support/browser.js';
import type { Player } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';

const PATIENCE_MS = 15_000;

/** Somebody at a browser who sees texts, not addresses. */
export class Person {
  private constructor(
    private readonly window: BrowserContext,
    readonly page: Page,
    private readonly withScripts: boolean,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
  }

  static async sitDown(
    app: TestApp,
    browser: Browser,
    address: string,
    who: Player | null,
    withScripts = true,
  ): Promise<Person> {
    const token = who ? (await app.as(who)).token : null;
    const window = await openWindow(browser, address, { token, javaScriptEnabled: withScripts });
    return new Person(window, await window.newPage(), withScripts);
  }

  /** Begins at the front page and follows the to-do that names the matter. */
  async takeUp(matter: string): Promise<void> {
    await this.page.goto('/');
    await this.follow(matter);
  }

  async follow(text: string): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name: text }).first().click();
  }

  /** Presses a button, and says yes when the page asks again. */
  async press(text: string): Promise<void> {
    const button = this.page.getByRole('main').getByRole('button', { name: text, exact: true });
    const asksAgain = this.withScripts && (await button.evaluate(isAskedAgain));
    const answered = this.page.waitForEvent('load');
    await button.click();
    if (asksAgain) await this.page.locator('dialog[open]').getByRole('button', { name: text, exact: true }).click();
    await answered;
  }

  async write(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: false }).first().fill(text);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label).first().selectOption({ label: option });
  }

  async tick(option: string): Promise<void> {
    await this.page.getByLabel(option).filter({ visible: true }).first().check();
  }

  /** What stands on the page. */
  async reads(): Promise<string> {
    return this.page.getByRole('main').innerText();
  }

  /** The message on top after a step. */
  async isTold(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  async goAway(): Promise<void> {
    await this.window.close();
  }
}

/** Runs in the browser. */
function isAskedAgain(button: { closest(selector: string): unknown }): boolean {
  return button.closest('form[data-confirm]') !== null;
}
