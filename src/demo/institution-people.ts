import { hash } from '@node-rs/argon2';
import type { Transaction } from '../kernel/index.js';
import type { InstitutionContent } from './content.js';
import { DEMO_PASSWORD } from './demo-site.js';
import { demoId } from './demo-id.js';

/** Units, staff, accounts (all with the demo's password) and roles for units. */
export async function enterPeople(
  { units, people, roles }: InstitutionContent,
  at: Date,
  tx: Transaction,
): Promise<void> {
  for (const [position, { code, name, short, kind, parent }] of units.entries()) {
    await tx.query(
      'insert into unit (id, code, name, short, kind, parent_id, position) values ($1, $2, $3, $4, $5, $6, $7)',
      [demoId(`unit:${code}`), code, name, short, kind, parent === null ? null : demoId(`unit:${parent}`), position],
    );
  }
  const password = await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  for (const { number, name, unit, position, mail, phone } of people) {
    await tx.query(
      'insert into staff (id, number, name, unit_id, title, mail, phone) values ($1, $2, $3, $4, $5, $6, $7)',
      [demoId(`staff:${number}`), number, name, demoId(`unit:${unit}`), position, mail, phone],
    );
    await tx.query('insert into account (staff_id, password_hash, created_at) values ($1, $2, $3)', [
      demoId(`staff:${number}`),
      password,
      at,
    ]);
  }
  for (const grant of roles) await grantRole(grant, tx);
}

async function grantRole(
  { role, staff, unit, units, from, until }: InstitutionContent['roles'][number],
  tx: Transaction,
): Promise<void> {
  for (const code of units ?? [unit]) {
    await tx.query(
      'insert into role_grant (id, staff_id, role, unit_id, valid_from, valid_until) values ($1, $2, $3, $4, $5, $6)',
      [demoId(`grant:${role}:${staff}:${code}`), demoId(`staff:${staff}`), role, demoId(`unit:${code}`), from, until],
    );
  }
}
