import type { Transaction } from '../../kernel/index.js';
import type { Random } from './random.js';
import { insertRows, type Row } from './rows.js';

const OFFICES =
  '党政办公室 校工会 人事处 财务处 教务处 科研处 学生工作处 后勤保障部 基建处 保卫处 资产管理处 信息化中心 图书馆 校医院 国际交流处 审计处'.split(
    ' ',
  );
const FACULTIES =
  '数学 物理 化学 生命科学 文 历史 法 外语 经济 管理 机械 电气 计算机 土木 材料 医 药 艺术 体育 马克思主义'.split(' ');
const PRESENT_TERM = 8;

/** The smallest school that can work: units and one open congress. People come after it. */
export async function foundSchool(now: Date, random: Random, tx: Transaction): Promise<void> {
  const root = random.id(now);
  const unit = (code: string, name: string, kind: string, position: number): Row => {
    const short = name.replace(/学院$/, '');
    return { id: random.id(now), code, name, short, kind, parent_id: root, position, active: true };
  };
  await insertRows(tx, 'unit', [
    { ...unit('root', '江临大学', 'university', 0), id: root, parent_id: null },
    ...OFFICES.map((name, i) => unit(`b${i + 1}`, name, 'office', i + 1)),
    ...FACULTIES.map((name, i) => unit(`x${i + 1}`, `${name}学院`, 'faculty', 100 + i)),
  ]);
  const [congressId, termId] = [random.id(now), random.id(now)];
  const year = now.getUTCFullYear();
  await insertRows(tx, 'congress', [{ id: congressId, unit_id: root, code: 'root', name: '江临大学教职工代表大会' }]);
  await insertRows(tx, 'congress_term', [
    {
      id: termId,
      congress_id: congressId,
      number: PRESENT_TERM,
      starts_on: `${year - 2}-01-01`,
      ends_on: `${year + 2}-12-31`,
    },
  ]);
  const window = { window_from: daysFrom(now, -60), window_until: daysFrom(now, 60) };
  await insertRows(tx, 'congress_session', [
    { id: random.id(now), term_id: termId, number: 3, status: 'open', settings: {}, ...window },
  ]);
  const delegations = FACULTIES.map((name, i) => ({
    id: random.id(now),
    term_id: termId,
    number: i + 1,
    name: `${name}学院代表团`,
  }));
  await insertRows(tx, 'delegation', delegations);
}

/** Who does what in a school that was founded here: its first people take every post. */
export async function fillPosts(now: Date, random: Random, tx: Transaction): Promise<void> {
  const people = (await tx.query('select id, unit_id as "unitId" from staff order by number')) as Member[];
  const [term] = (await tx.query('select id from congress_term order by number desc limit 1')) as Member[];
  const units = (await tx.query('select id, parent_id as "unitId" from unit order by position')) as Member[];
  const delegations = (await tx.query('select id from delegation order by number')) as Member[];
  const since = `${now.getUTCFullYear() - 2}-01-01`;
  const grant = (role: string, unitId: string, person: Member | undefined) =>
    person ? [{ id: random.id(now), staff_id: person.id, role, unit_id: unitId, valid_from: since }] : [];
  const root = units[0]!.id;
  const grants = units.slice(1).flatMap(({ id }) => {
    const [officer, head, publisher] = people.filter(({ unitId }) => unitId === id);
    return [
      ...grant('unit_officer', id, officer),
      ...grant('unit_head', id, head),
      ...grant('publisher', id, publisher),
    ];
  });
  const central = ['leader', 'disclosure_office', 'secrecy_reviewer', 'supervisor', 'administrator'];
  await insertRows(tx, 'role_grant', [...grants, ...central.flatMap((role, i) => grant(role, root, people[i]))]);
  const seats = ['committee_chair', 'committee_secretary', 'committee_member'];
  await insertRows(
    tx,
    'committee_seat',
    seats.map((role, i) => ({
      id: random.id(now),
      term_id: term!.id,
      staff_id: people[i + central.length]!.id,
      role,
      valid_from: since,
    })),
  );
  const elected = random.some(people, Math.min(240, Math.floor(people.length / 2)));
  await insertRows(
    tx,
    'delegate',
    elected.map(({ id }, i) => ({
      id: random.id(now),
      term_id: term!.id,
      staff_id: id,
      delegation_id: delegations[i % delegations.length]!.id,
      kind: 'delegate',
      valid_from: since,
    })),
  );
}

interface Member {
  readonly id: string;
  readonly unitId: string;
}

function daysFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString();
}
