import type { Transaction } from '../../kernel/index.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';
import type { Writer } from './writer.js';

const TITLES = ['教授', '副教授', '讲师', '助教', '实验师', '工程师', '科员', '辅导员'];

/** Brings the number of people up to `wanted`; their accounts have no password yet. */
export async function enterStaff(
  wanted: number,
  now: Date,
  random: Random,
  writer: Writer,
  tx: Transaction,
): Promise<number> {
  const [{ count }] = (await tx.query('select count(*)::int as count from staff')) as [{ count: number }];
  const units = (await tx.query('select id from unit where parent_id is not null order by code')) as { id: string }[];
  const staff = Array.from({ length: Math.max(0, wanted - count) }, (_, i) => {
    const number = `S${String(count + i + 1).padStart(6, '0')}`;
    const unitId = i < units.length * 3 ? units[i % units.length]!.id : random.pick(units).id;
    return {
      id: random.id(now),
      number,
      name: writer.name(),
      unit_id: unitId,
      title: random.pick(TITLES),
      mail: `${number.toLowerCase()}@seed.example`,
      phone: `8672-${random.whole(1000, 9999)}`,
      active: true,
    };
  });
  await insertRows(tx, 'staff', staff);
  await insertRows(
    tx,
    'account',
    staff.map(({ id }) => ({ staff_id: id, failed_attempts: 0, language: 'zh', created_at: now })),
  );
  return staff.length;
}
