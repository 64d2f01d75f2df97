import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { EXE, PDF } from '../support/sample-files.js';
import { TestApp } from '../support/test-app.js';
import { NoticeDesk, typed } from './notice-desk.js';

describe('publishing a notice', () => {
  let app: TestApp;
  let desk: NoticeDesk;
  beforeAll(async () => {
    app = await TestApp.start({ uploadMegabytes: 1 });
    await castOn(app.db);
    desk = new NoticeDesk(app);
  });
  afterAll(() => app.close());

  it('goes from mei to her head, the secrecy reviewer, the disclosure office and the board', async () => {
    const { id, href } = await desk.published();

    expect(href).toBe('/notices/cw-finance-2026-001');
    expect(await desk.actionsOf(id)).toEqual(['draft', 'submit', 'approve', 'clear', 'publish']);
    const page = await app.visitor().get(href).expect(200);
    expect(page.text).toContain('<td>128,630</td>');
    expect(page.text).toContain('江大财〔2026〕12号');
    expect(page.text).not.toContain('梅兰');
    expect((await app.visitor().get('/notices').expect(200)).text).toContain('2025年度财务决算公开说明');
    expect((await app.visitor().get(`/notices/${id}`).expect(301)).headers.location).toBe(href);
  });

  it('comes back with the reason from each stop', async () => {
    const id = await desk.draft();
    const mei = await app.as(cast.mei);
    await mei.post(`/notices/${id}/submission`).expect(303);
    const bai = await app.as(cast.bai);
    const refused = await bai.post(`/notices/${id}/return-by-head`, { 'reason-return-by-head': '' }).expect(422);
    expect(refused.text).toContain('请填写理由');
    await bai.post(`/notices/${id}/return-by-head`, { 'reason-return-by-head': '金额请核对' }).expect(303);
    expect((await mei.get(`/notices/${id}/edit`).expect(200)).text).toContain('金额请核对');

    await mei.post(`/notices/${id}/submission`).expect(303);
    await bai.post(`/notices/${id}/approval`).expect(303);
    const shi = await app.as(cast.shi);
    await shi.post(`/notices/${id}/doubt`, { 'reason-doubt': '请档案馆看第二段' }).expect(303);
    expect((await shi.get(`/notices/${id}`).expect(200)).text).toContain('请档案馆看第二段');
    await shi.post(`/notices/${id}/blocking`, { 'reason-blocking': '含未公开的账号' }).expect(303);
    expect(await desk.statusOf(id)).toBe('draft');
    expect(await desk.actionsOf(id)).toEqual([
      'draft',
      'submit',
      'return_by_head',
      'submit',
      'approve',
      'doubt',
      'block',
    ]);
  });

  it('is not done by those whose step it is not', async () => {
    const id = await desk.atOffice();
    for (const person of [cast.mei, cast.bai, cast.shi, cast.jian])
      await (await app.as(person)).post(`/notices/${id}/publication`).expect(403);
    for (const person of [cast.wu, cast.gao, cast.guan])
      await (await app.as(person)).post(`/notices/${id}/publication`).expect(404);
    await (await app.as(cast.gao)).post(`/notices/${newId()}`, typed()).expect(403);
    await (await app.as(cast.mei)).post(`/notices/${newId()}`, typed({ unitId: units.hq.id })).expect(403);
    await (await app.as(cast.gao)).get('/notices/work').expect(403);
    await (await app.as(cast.gao)).get('/notices/new').expect(403);
  });

  it('is not sent while something is missing, and the page says what', async () => {
    const id = await desk.draft({ audienceKind: 'staff', body: '' });
    const mei = await app.as(cast.mei);

    const page = await mei.get(`/notices/${id}`).expect(200);
    expect(page.text).toContain('正文还没有填写');
    expect(page.text).toContain('不向社会公开，须写明理由');
    await mei.post(`/notices/${id}/submission`).expect(409);
  });

  it('happens once when the office presses twice', async () => {
    const id = await desk.atOffice();
    const ou = await app.as(cast.ou);
    const answers = await Promise.all([1, 2, 3].map(() => ou.post(`/notices/${id}/publication`)));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
    expect((await desk.actionsOf(id)).filter((action) => action === 'publish')).toHaveLength(1);
  });

  it('gives each notice its own number, also at the same moment', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => desk.atOffice({ category: 'procurement' })));
    const ou = await app.as(cast.ou);
    const answers = await Promise.all(ids.map((id) => ou.post(`/notices/${id}/publication`).expect(303)));

    expect(answers.map(({ headers }) => headers.location).toSorted()).toEqual(
      ['001', '002', '003'].map((serial) => `/notices/cw-procurement-2026-${serial}`),
    );
  });

  it('freezes the text, in the database as well', async () => {
    const { id } = await desk.published();

    await (await app.as(cast.mei)).post(`/notices/${id}`, typed({ title: '改过的标题' })).expect(409);
    await expect(app.db.query("update notice set body = 'x' where id = $1", [id])).rejects.toThrow('frozen');
    await expect(app.db.query('delete from notice where id = $1', [id])).rejects.toThrow('frozen');
  });

  it('ends with a withdrawal: gone with its reason, its files with it, still known to its workers', async () => {
    const id = await desk.draft();
    const mei = await app.as(cast.mei);
    const files = { files: { name: '附件1 决算表.pdf', body: PDF } };
    await mei.upload(`/notices/${id}`, typed() as Record<string, string>, files).expect(303);
    const [file] = (await app.db.query('select id, name from attachment where owner_id = $1', [id])) as [
      { id: string; name: string },
    ];
    expect(file.name).toBe('附件1 决算表.pdf');
    await app.visitor().get(`/files/${file.id}/x`).expect(404);
    await mei.post(`/notices/${id}/submission`).expect(303);
    await (await app.as(cast.bai)).post(`/notices/${id}/approval`).expect(303);
    await (await app.as(cast.shi)).post(`/notices/${id}/clearance`).expect(303);
    const ou = await app.as(cast.ou);
    const { headers } = await ou.post(`/notices/${id}/publication`).expect(303);
    await app.visitor().get(`/files/${file.id}/x`).expect(200);

    await ou.post(`/notices/${id}/withdrawal`, { 'reason-withdrawal': '数据口径有误' }).expect(303);
    const gone = await app.visitor().get(headers.location!).expect(410);
    expect(gone.text).toContain('数据口径有误');
    expect(gone.text).not.toContain('128,630');
    await app.visitor().get(`/files/${file.id}/x`).expect(410);
    expect((await app.visitor().get('/notices?q=附件').expect(200)).text).not.toContain(headers.location!);
    expect((await app.visitor().get('/notices/feed.atom').expect(200)).text).not.toContain(id);
    expect((await mei.get(headers.location!).expect(200)).text).toContain('数据口径有误');
  });

  it('replaces the older version, with links both ways', async () => {
    const { id, href } = await desk.published({ title: '班车时刻表（2025年版）' });
    const mei = await app.as(cast.mei);
    const begun = await mei.post(`/notices/${id}/revision`).expect(303);
    await mei.post(`/notices/${id}/revision`).expect(409);
    const next = begun.headers.location!.split('/')[2]!;
    await mei.post(`/notices/${next}`, typed({ title: '班车时刻表（2026年版）' })).expect(303);
    expect((await app.visitor().get(href).expect(200)).text).not.toContain('2026年版');
    await mei.post(`/notices/${next}/submission`).expect(303);
    await (await app.as(cast.bai)).post(`/notices/${next}/approval`).expect(303);
    await (await app.as(cast.shi)).post(`/notices/${next}/clearance`).expect(303);
    const { headers } = await (await app.as(cast.ou)).post(`/notices/${next}/publication`).expect(303);

    expect(await desk.statusOf(id)).toBe('superseded');
    expect((await app.visitor().get(href).expect(200)).text).toContain(headers.location!);
    expect((await app.visitor().get(headers.location!).expect(200)).text).toContain(href);
    const changes = (await app.visitor().get(`${headers.location}/changes`).expect(200)).text;
    expect(changes).toMatch(/<del>.*5<\/del>/);
    await app.visitor().get(`${href}/changes`).expect(404);
    const board = (await app.visitor().get('/notices?q=班车时刻表').expect(200)).text;
    expect(board).toContain('2026年版');
    expect(board).not.toContain('2025年版');

    const ou = await app.as(cast.ou);
    await ou.post(`/notices/${id}/withdrawal`, { 'reason-withdrawal': '含个人信息' }).expect(303);
    await app.visitor().get(href).expect(410);
    await app.visitor().get(`${headers.location}/changes`).expect(404);
    expect((await app.visitor().get(headers.location!).expect(200)).text).not.toContain('2025年版');
  });

  it('refuses a file that is too large or not what it says, and gives the typed text back', async () => {
    const id = await desk.draft();
    const mei = await app.as(cast.mei);
    const fields = typed({ title: '写了很久的标题' }) as Record<string, string>;
    const large = await mei.upload(`/notices/${id}`, fields, {
      files: { name: '大.pdf', body: Buffer.alloc(4_000_000, PDF) },
    });
    expect(large.status).toBe(422);
    expect(large.text).toContain('文件“大.pdf”超过 1 MB');
    expect(large.text).toContain('写了很久的标题');

    const fake = await mei.upload(`/notices/${id}`, fields, { files: { name: '通知.pdf', body: EXE } });
    expect(fake.status).toBe(422);
    expect(fake.text).toContain('不是真正的 pdf 文件');
    expect(fake.text).toContain('128,630');
  });

  it('keeps a draft while it is typed, begun once, without an event for every keystroke', async () => {
    const id = newId();
    const mei = await app.as(cast.mei);
    await Promise.all([1, 2].map(() => mei.post(`/notices/${id}/draft`, typed({ title: '' })).expect(204)));
    await mei.post(`/notices/${id}/draft`, typed({ title: '半个标' })).expect(204);
    expect(await desk.actionsOf(id)).toEqual(['draft']);
    await mei.post(`/notices/${id}/draft`, typed({ documentDate: '昨天' })).expect(422);
    const answer = await mei.post(`/notices/${id}`, typed({ title: '' })).expect(422);
    expect(answer.text).toContain('请填写标题');
  });
});
