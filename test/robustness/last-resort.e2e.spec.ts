import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pages } from '../../src/web/index.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
let origin: URL;
beforeAll(async () => {
  app = await TestApp.start();
  origin = new URL(await app.listen());
});
afterAll(() => app.close());

/** Sends bytes as they are, and reads until the server hangs up. */
async function say(bytes: string): Promise<string> {
  const socket = net.connect(Number(origin.port), origin.hostname);
  socket.write(bytes);
  let answer = '';
  for await (const piece of socket) answer += String(piece);
  return answer;
}

describe('the last resort', () => {
  it('is a plain Chinese page when not even the error page can be rendered', async () => {
    const { engine } = app.get(Pages);
    const { render } = engine;
    engine.render = () => {
      throw new Error('secret detail of the template');
    };
    const page = await app.visitor().get('/').expect(500);
    const missing = await app.visitor().get('/nowhere').expect(500);
    engine.render = render;

    for (const { text } of [page, missing]) {
      expect(text).toContain('系统出了问题');
      expect(text).not.toMatch(/secret| at |Error:/);
    }
    await app.visitor().get('/').expect(200);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'SEARCH'])('answers the method %s in Chinese', async (method) => {
    const headers = { 'sec-fetch-site': 'same-origin' };
    const answer = await app.nest.inject({ method: method as 'PUT', url: '/proposals', headers });

    expect([404, 405]).toContain(answer.statusCode);
    expect(answer.payload).toMatch(/\p{Script=Han}/u);
  });

  it('answers what is no HTTP, and headers without end, in Chinese', async () => {
    const garbage = await say('小明 你好\r\n\r\n');
    expect(garbage).toMatch(/^HTTP\/1\.1 400 /);
    expect(garbage).toContain('无法识别');

    const endless = await say(`GET / HTTP/1.1\r\nhost: x\r\ncookie: a=${'b'.repeat(40_000)}\r\n\r\n`);
    expect(endless).toMatch(/^HTTP\/1\.1 431 /);
    expect(endless).toContain('Cookie');
  });
});
