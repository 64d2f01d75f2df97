import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { PDF } from '../support/sample-files.js';
import { TestApp } from '../support/test-app.js';
import { NoticeDesk, typed } from './notice-desk.js';

describe('writing a notice', () => {
  let app: TestApp;
  let desk: NoticeDesk;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    desk = new NoticeDesk(app);
  });
  afterAll(() => app.close());

  it('shows nothing of a draft to somebody else whose form is refused, not even the names of its files', async () => {
    const id = await desk.draft();
    const mei = await app.as(cast.mei);
    const files = { files: { name: '未公开的工资表.pdf', body: PDF } };
    await mei.upload(`/notices/${id}`, typed() as Record<string, string>, files).expect(303);

    const ding = await app.as(cast.ding);
    const answer = await ding.post(`/notices/${id}`, typed({ title: '' })).expect(404);
    expect(answer.text).not.toContain('未公开的工资表');
    await ding.post(`/notices/${newId()}`, typed({ title: '' })).expect(403);
    expect((await mei.post(`/notices/${id}`, typed({ title: '' })).expect(422)).text).toContain('未公开的工资表');
  });

  it('overwrites nobody unseen: who saves an older page gets both texts, and saving again decides', async () => {
    const id = await desk.draft();
    await givePublisher(cast.bai.id);
    const [mei, bai] = [await app.as(cast.mei), await app.as(cast.bai)];
    app.clock.passMinutes(1);
    const seen = seenOn(await bai.get(`/notices/${id}/edit`).expect(200));
    app.clock.passMinutes(1);
    await mei.post(`/notices/${id}`, typed({ body: '梅兰改过的正文。' })).expect(303);

    await bai.post(`/notices/${id}/draft`, typed({ body: '白的正文。', seen })).expect(409);
    const conflict = await bai.post(`/notices/${id}`, typed({ body: '白的正文。', seen })).expect(409);
    expect(conflict.text).toContain('梅兰改过的正文。');
    expect(conflict.text).toContain('白的正文。');
    expect(await bodyOf(id)).toBe('梅兰改过的正文。');

    await bai.post(`/notices/${id}`, typed({ body: '合并后的正文。', seen: seenOn(conflict) })).expect(303);
    expect(await bodyOf(id)).toBe('合并后的正文。');
  });

  it('lets a writer save again and again from one page', async () => {
    const id = await desk.draft();
    const mei = await app.as(cast.mei);
    const seen = seenOn(await mei.get(`/notices/${id}/edit`).expect(200));
    for (const body of ['一', '二', '三']) {
      app.clock.passMinutes(1);
      await mei.post(`/notices/${id}/draft`, typed({ body, seen })).expect(204);
    }
    expect(await bodyOf(id)).toBe('三');
  });

  async function givePublisher(staffId: string): Promise<void> {
    await app.db.query(
      "insert into role_grant (id, staff_id, role, unit_id, valid_from) values ($1, $2, 'publisher', $3, '2026-01-01')",
      [newId(), staffId, units.cw.id],
    );
  }

  async function bodyOf(id: string): Promise<string> {
    const [row] = (await app.db.query('select body from notice where id = $1', [id])) as [{ body: string }];
    return row.body;
  }
});

function seenOn({ text }: { text: string }): string {
  return /name="seen" value="([^"]+)"/.exec(text)![1]!;
}
