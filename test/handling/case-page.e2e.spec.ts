import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, castOn } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { assigned, inHandling } from './cases.js';

describe('the page of a case', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
  });
  afterAll(() => app.close());

  it('offers each reader exactly what is theirs to do', async () => {
    const record = await assigned(app);
    const offered = async (person: { id: string }) =>
      [
        ...(await (await app.as(person)).get(`/cases/${record.ref}`)).text.matchAll(
          /class="button[^"]*" href="([^"]+)"/g,
        ),
      ].map(([, href]) => href!.split('/').slice(3).join('/'));

    expect(await offered(cast.gao)).toEqual(['receipt', 'extension', 'return', 'units/wish']);
    expect(await offered(cast.ding)).toEqual(['receipt', 'return']);
    expect(await offered(cast.chen)).toEqual(['units', 'reassignment', 'supervision/new', 'key']);
    expect(await offered(cast.wu)).toEqual([]);
  });

  it('puts what moves the case on in front, and leaves out what is too late', async () => {
    const { ref } = await inHandling(app);
    app.clock.set('2026-04-22T09:00:00+08:00');
    const page = (await (await app.as(cast.gao)).get(`/cases/${ref}`).expect(200)).text;
    app.clock.set('2026-04-14T09:00:00+08:00');

    expect(page).toMatch(/button-primary" href="[^"]+\/contacts\/new"/);
    expect(page).not.toContain(`/cases/${ref}/return"`);
    expect(page).toContain(`/cases/${ref}/extension"`);
  });

  it('prints the assignment letter for units and committee only', async () => {
    const { ref } = await assigned(app);
    await (
      await app.as(cast.gao)
    )
      .get(`/cases/${ref}/letter`)
      .expect(200)
      .expect(/提案交办单/);
    await (await app.as(cast.wu)).get(`/cases/${ref}/letter`).expect(404);
    await app.visitor().get(`/cases/${ref}/letter`).expect(303);
  });

  it('speaks English as well', async () => {
    const { ref } = await inHandling(app);
    await (
      await app.as(cast.gao)
    )
      .get(`/cases/${ref}`)
      .set('cookie', `language=en; session=${(await app.as(cast.gao)).token}`)
      .expect(/Lead unit/);
  });
});
