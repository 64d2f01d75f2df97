import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sheetOf } from '../../src/organization/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { type Client, TestApp } from '../support/test-app.js';

const HEADER = ['工号', '姓名', '单位', '职务', '邮箱', '电话', '在职'];

describe('a staff list brought in as a file', () => {
  let app: TestApp;
  let guan: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    guan = await app.as(cast.guan);
  });
  afterAll(() => app.close());

  async function upload(body: Buffer | string, name = '名单.csv', by = guan): Promise<string> {
    const answer = await by.upload('/admin/staff/import', {}, { file: { name, body } }).expect(303);
    return String(answer.headers.location);
  }

  function csv(...rows: string[][]): string {
    return [HEADER, ...rows].map((row) => row.join(',')).join('\r\n');
  }

  async function staff(number: string): Promise<{ name: string; title: string; active: boolean; unit_id: string }> {
    const [row] = await app.db.query('select name, title, active, unit_id from staff where number = $1', [number]);
    return row;
  }

  it('is shown row by row first and written with one confirmation', async () => {
    const page = await upload(
      csv(
        ['3001', '新人', '数学学院', '讲师', '', '', ''],
        [cast.wu.number, '吴敏', '财务处', '处长', `${cast.wu.number}@jianglin.example`, '8672-3105', '是'],
        [cast.lin.number, '林晓', '数学学院', '教师', `${cast.lin.number}@jianglin.example`, '8672-3105', '是'],
      ),
    );
    const shown = (await guan.get(page).expect(200)).text;
    expect(shown).toContain('共 3 行：新增 1，变更 1，不变 1，有误 0');
    expect((await guan.get(`${page}?show=changed`)).text).toMatch(/单位：<del>.*数学学院<\/del> <ins>.*财务处/);
    expect(await staff('3001')).toBeUndefined();

    await guan.post(`${page}/confirmation`).expect(303);

    expect((await staff('3001')).title).toBe('讲师');
    expect((await staff(cast.wu.number)).unit_id).toBe(units.cw.id);
    const [event] = await app.db.query("select data from ledger_event where subject_type = 'import'");
    expect(event.data.counts).toEqual({ new: 1, changed: 1, unchanged: 1, error: 0 });
  });

  it('changes nothing the second time', async () => {
    const rows = csv(['3002', '再来', '数学学院', '讲师', '', '', '是']);
    const first = await upload(rows);
    await Promise.all([guan.post(`${first}/confirmation`), guan.post(`${first}/confirmation`)]);
    const events = () => app.db.query('select count(*)::int as n from ledger_event');
    const before = await events();

    const second = await upload(rows);
    expect((await guan.get(second).expect(200)).text).toContain('没有需要写入的内容');
    expect(await events()).toEqual(before);
  });

  it('names row and column of everything that is wrong, and writes nothing before it is corrected', async () => {
    const page = await upload(
      csv(
        ['3010', '好人', '数学学院', '', '', '', ''],
        ['3011', '', '数学学院', '', '', '', ''],
        ['3012', '无处', '没有的处', '', 'no-mail', '', '也许'],
        ['3010', '重复', '数学学院', '', '', '', ''],
      ),
    );
    const { text } = await guan.get(page).expect(200);
    for (const sentence of [
      '第 3 行“姓名”：不能为空',
      '第 4 行“单位”：没有名为“没有的处”的单位',
      '第 4 行“邮箱”：不是邮箱地址',
      '第 4 行“在职”：请填“是”或“否”',
      '第 5 行“工号”：与第 2 行重复',
    ])
      expect(text).toContain(sentence);

    await guan.post(`${page}/confirmation`).expect(409);
    expect(await staff('3010')).toBeUndefined();
  });

  it('may be GB18030, UTF-8 with a mark, or xlsx, its columns in any order', async () => {
    // 工号,姓名,单位\r\n3020,龚,数学学院 as a Chinese spreadsheet saves it
    const gb18030 = Buffer.from('b9a4bac52cd0d5c3fb2cb5a5cebb0d0a333032302cb9a82ccafdd1a7d1a7d4ba', 'hex');
    await guan.post(`${await upload(gb18030)}/confirmation`).expect(303);
    expect((await staff('3020')).name).toBe('龚');

    await guan.post(`${await upload('\uFEFF姓名;单位;工号\n"双""引号";sx;3021\n')}/confirmation`).expect(303);
    expect((await staff('3021')).name).toBe('双"引号');

    const xlsx = await sheetOf(
      [{ header: '单位' }, { header: '工号' }, { header: '姓名' }],
      [['数学学院', '0322', '=名']],
    );
    await guan.post(`${await upload(xlsx, '名单.xlsx')}/confirmation`).expect(303);
    expect((await staff('0322')).name).toBe('=名');
  });

  it('keeps what is known where the file has no column', async () => {
    await guan.post(`${await upload(`工号,姓名,单位\n${cast.sun.number},孙悦悦,财务处`)}/confirmation`).expect(303);

    expect(await staff(cast.sun.number)).toMatchObject({ name: '孙悦悦', title: '教师', active: true });
  });

  it('deactivates whoever is marked as gone, with all consequences', async () => {
    const bai = await app.as(cast.bai);
    await guan
      .post(`${await upload(csv([cast.bai.number, '白露', '财务处', '', '', '', '否']))}/confirmation`)
      .expect(303);

    expect((await staff(cast.bai.number)).active).toBe(false);
    await bai.get('/me').expect(303);
  });

  it.each([
    ['', '没有数据行'],
    ['工号,姓名\n1,甲', '缺少列：单位'],
    ['工号,姓名,单位,姓名\n1,甲,乙,丙', '“姓名”出现了两次'],
    ['工号,姓名,单位\n', '没有数据行'],
    ['PK\u0003\u0004 broken', '无法读取'],
  ])('is refused as a whole when it is %j', async (body, explanation) => {
    const answer = await guan.upload('/admin/staff/import', {}, { file: { name: 'x.csv', body } }).expect(422);

    expect(answer.text).toContain(explanation);
  });

  it('is asked for when no file was chosen', async () => {
    await guan.get('/admin/staff/import').expect(200);
    await guan.get('/admin/staff/template.xlsx').expect(200);

    expect((await guan.post('/admin/staff/import').expect(422)).text).toContain('请选择文件');
  });

  it('belongs to whoever brought it', async () => {
    const page = await upload(csv(['3040', '甲', '数学学院', '', '', '', '']));

    await (await app.as(cast.wu)).get(page).expect(404);
    await (await app.as(cast.wu)).post(`${page}/confirmation`).expect(404);
    await (
      await app.as(cast.wu)
    )
      .upload('/admin/staff/import', {}, { file: { name: 'x.csv', body: csv(['1', '甲', 'sx']) } })
      .expect(403);
  });

  it('may have six thousand rows', async () => {
    const rows = Array.from({ length: 6000 }, (_, i) => [`7${i}`, `教师${i}`, '数学学院', '讲师', '', '', '是']);
    const page = await upload(csv(...rows));
    expect((await guan.get(`${page}?page=3`).expect(200)).text).toContain('教师149');
    await guan.post(`${page}/confirmation`).expect(303);

    expect(await app.db.query("select count(*)::int as n from staff where number like '7%'")).toEqual([{ n: 6000 }]);
    expect(
      await app.db.query('select count(*)::int as n from staff where id not in (select staff_id from account)'),
    ).toEqual([{ n: 0 }]);
    await guan.get('/admin/staff?page=300').expect(200);
  });
});
