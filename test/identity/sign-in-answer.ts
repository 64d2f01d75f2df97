import { Client, type TestApp } from '../support/test-app.js';

/** The browser that got this answer to its sign-in. */
export function clientOf(app: TestApp, answer: { headers: Record<string, unknown> }): Client {
  const cookie = [answer.headers['set-cookie']].flat().find((one) => String(one).startsWith('session='));
  return new Client(app.nest, String(cookie).split(';')[0]!.slice('session='.length));
}
