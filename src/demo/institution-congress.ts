import type { Transaction } from '../kernel/index.js';
import type { InstitutionContent } from './content.js';
import { demoId } from './demo-id.js';

const TERM_FROM = '2023-09-01';
const TERM_UNTIL = '2028-08-31';

const SESSIONS = [
  {
    number: 2,
    status: 'preparing',
    held: ['2025-04-10', '2025-04-11'],
    window: ['2025-02-24T08:00+08', '2025-03-22T00:00+08'],
    settings: { minimumSample: 2 },
  },
  {
    number: 3,
    status: 'preparing',
    held: ['2026-04-02', '2026-04-03'],
    window: ['2026-02-25T08:00+08', '2026-03-21T00:00+08'],
    settings: { betweenSessionFiling: true },
  },
] as const;

/** The eighth congress: two sessions, delegations with their delegates, the committee. */
export async function conveneCongress(content: InstitutionContent, tx: Transaction): Promise<void> {
  const congressId = demoId('congress');
  const termId = demoId('term:8');
  await tx.query("insert into congress (id, unit_id, code, name) values ($1, $2, 'jlu', '江临大学教职工代表大会')", [
    congressId,
    demoId('unit:jlu'),
  ]);
  await tx.query('insert into congress_term (id, congress_id, number, starts_on, ends_on) values ($1, $2, 8, $3, $4)', [
    termId,
    congressId,
    TERM_FROM,
    TERM_UNTIL,
  ]);
  for (const { number, status, held, window, settings } of SESSIONS) {
    await tx.query(
      `insert into congress_session (id, term_id, number, status, held_from, held_until, window_from, window_until, settings)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [demoId(`session:8-${number}`), termId, number, status, ...held, ...window, JSON.stringify(settings)],
    );
  }
  for (const delegation of content.delegations) await enterDelegation(delegation, termId, tx);
  for (const number of content.observers) await seat(number, null, 'observer', null, termId, tx);
  for (const number of content.invited) await seat(number, null, 'invited', null, termId, tx);
  for (const { role, staff } of content.committee) {
    await tx.query('insert into committee_seat (id, term_id, staff_id, role, valid_from) values ($1, $2, $3, $4, $5)', [
      demoId(`committee:${role}:${staff}`),
      termId,
      demoId(`staff:${staff}`),
      role,
      TERM_FROM,
    ]);
  }
}

async function enterDelegation(
  delegation: InstitutionContent['delegations'][number],
  termId: string,
  tx: Transaction,
): Promise<void> {
  const { number, name, units, members, head, deputy, secretary } = delegation;
  const id = demoId(`delegation:${number}`);
  await tx.query('insert into delegation (id, term_id, number, name) values ($1, $2, $3, $4)', [
    id,
    termId,
    number,
    `${name}代表团`,
  ]);
  for (const code of units) await tx.query('insert into delegation_unit values ($1, $2)', [id, demoId(`unit:${code}`)]);
  const posts: Record<string, string> = { [head]: 'head', [deputy]: 'deputy', [secretary]: 'secretary' };
  for (const member of members) await seat(member, id, 'delegate', posts[member] ?? null, termId, tx);
}

async function seat(
  staff: string,
  delegationId: string | null,
  kind: string,
  post: string | null,
  termId: string,
  tx: Transaction,
): Promise<void> {
  await tx.query(
    'insert into delegate (id, term_id, staff_id, delegation_id, kind, post, valid_from) values ($1, $2, $3, $4, $5, $6, $7)',
    [demoId(`seat:${staff}`), termId, demoId(`staff:${staff}`), delegationId, kind, post, TERM_FROM],
  );
}
