import fs from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--no-first-run',
  '--font-render-hinting=none',
];
const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A headless Chromium: the one named by CHROMIUM, the system's, or the one that comes with npm. Says what is missing when none can be had. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath =
    process.env.CHROMIUM || SYSTEM_BROWSERS.find((file) => fs.existsSync(file)) || (await packaged());
  try {
    return await chromium.launch({ executablePath, args: ARGUMENTS });
  } catch (error) {
    throw new Error(
      `No browser could be started from ${executablePath}. Install one ("apt-get install chromium") or name one in CHROMIUM.\n${(error as Error).message}`,
      { cause: error },
    );
  }
}

/** A window of somebody: signed in with the token of a session, in light or dark, on a desktop or a phone. */
export function openWindow(
  browser: Browser,
  baseUrl: string,
  {
    token = null,
    viewport = DESKTOP,
    colorScheme = 'light',
    javaScriptEnabled = true,
  }: {
    token?: string | null;
    viewport?: typeof DESKTOP;
    colorScheme?: 'light' | 'dark';
    javaScriptEnabled?: boolean;
  } = {},
): Promise<BrowserContext> {
  const cookies = token ? [{ name: 'session', value: token, url: baseUrl }] : [];
  return browser
    .newContext({
      viewport,
      colorScheme,
      javaScriptEnabled,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      baseURL: baseUrl,
      storageState: { cookies: [], origins: [] },
    })
    .then(async (context) => {
      await context.addCookies(cookies);
      return context;
    });
}

/** axe-core's script, to be evaluated in a page. */
export function axeSource(): string {
  return fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

async function packaged(): Promise<string> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'; // makes it bring its own libraries
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return sparticuz.executablePath();
}
