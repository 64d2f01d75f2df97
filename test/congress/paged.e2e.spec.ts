import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { countQueries } from '../support/count-queries.js';
import { TestApp } from '../support/test-app.js';
import { foundFaculty } from './faculty.js';

describe('the list of congresses for those who keep them', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    await foundFaculty(app);
  }, 120_000);
  afterAll(() => app.close());

  const page = async (who: { id: string }, query = '') =>
    (await (await app.as(who)).get(`/admin/congress${query}`).expect(200)).text;

  async function found(i: number): Promise<void> {
    const [id, code] = [newId(), `p${String(i).padStart(2, '0')}`];
    await app.db.query(
      "insert into unit (id, code, name, short, kind, parent_id) values ($1, $2, $3, $3, 'faculty', $4)",
      [id, code, `第${i}学院`, units.jlu.id],
    );
    const values = [id, code, `第${i}学院教代会`];
    await app.db.query('insert into congress (id, unit_id, code, name) values ($1, $1, $2, $3)', values);
  }

  it('shows a secretary the own one, an administrator those of the own units, and nobody else any', async () => {
    expect(await page(cast.mei)).toContain('数学学院教职工代表大会');
    expect(await page(cast.mei)).not.toContain('江临大学教职工代表大会');
    for (const name of ['数学学院教职工代表大会', '江临大学教职工代表大会'])
      expect(await page(cast.guan)).toContain(name);
    await (await app.as(cast.chen)).get('/admin/congress').expect(403);
    await (await app.as(cast.chen)).post('/admin/congress', {}).expect(403);
  });

  it('has pages, asked with a constant number of queries', async () => {
    const guan = await app.as(cast.guan);
    for (let i = 0; i < 25; i += 1) await found(i);
    const before = await countQueries(app.db, () => guan.get('/admin/congress'));
    for (let i = 25; i < 35; i += 1) await found(i);

    expect(await countQueries(app.db, () => guan.get('/admin/congress'))).toBe(before);
    expect(await page(cast.guan)).not.toContain('数学学院教职工代表大会');
    expect(await page(cast.guan, '?page=2')).toContain('数学学院教职工代表大会');
    expect(await page(cast.guan, '?page=x')).toContain('第0学院教代会');
  });
});
