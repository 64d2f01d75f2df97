import type { Player } from '../support/cast.js';
import type { Road } from '../support/road.js';
import type { TestApp } from '../support/test-app.js';

/** Another proposal on the same matter, handled in the same case; answers with its serial number. */
export async function mergedInto(app: TestApp, road: Road, ref: string, author: Player): Promise<string> {
  const serial = await road.underReview({ title: '关于同一件事的提案' });
  await app.db.query(
    "update proposal set status = 'merged', author_id = $2, audience = audience || $3::text where serial = $1",
    [serial, author.id, `person:${author.id}`],
  );
  await app.db.query(
    `insert into case_origin (case_id, origin_type, origin_id, ref, title, reason, measures, author_name, author_unit, author_id, position)
     select c.id, 'proposal', p.id, p.serial, p.title, p.reason, p.measures, $3, '财务处', p.author_id, 2
     from handling_case c, proposal p where c.ref = $1 and p.serial = $2`,
    [ref, serial, author.name],
  );
  await app.db.query(
    `insert into case_party (case_id, staff_id, part, origin_ids)
     select c.id, p.author_id, 'joint', array[p.id] from handling_case c, proposal p where c.ref = $1 and p.serial = $2`,
    [ref, serial],
  );
  await app.db.query('update handling_case set audience = audience || $2::text where ref = $1', [
    ref,
    `person:${author.id}`,
  ]);
  return serial;
}
