import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setScene } from '../support/scene.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
  await setScene(app);
}, 120_000);
afterAll(() => app.close());

interface Line {
  readonly id: string;
  readonly staffId: string;
  readonly kind: string;
}

describe('the link in every mail of a school at work', () => {
  it('asks a visitor to sign in, and opens a page for its reader', async () => {
    const messages = (await app.db.query(
      'select distinct on (staff_id, kind) id, staff_id as "staffId", kind from notification order by staff_id, kind, id',
    )) as Line[];
    const wrong: string[] = [];
    for (const { id, staffId, kind } of messages) {
      const reader = await app.as({ id: staffId });
      const message = await reader.get(`/me/messages/${id}`);
      const page = await reader.get(message.headers.location ?? '/nowhere');
      if (message.status !== 303 || page.status >= 400)
        wrong.push(`${kind}: ${message.headers.location} ${page.status}`);
    }

    expect(messages.length).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
    const [{ id }] = messages as [Line];
    const visitor = await app.visitor().get(`/me/messages/${id}`).expect(303);
    expect(visitor.headers.location).toBe(`/sign-in?to=${encodeURIComponent(`/me/messages/${id}`)}`);
  });
});
