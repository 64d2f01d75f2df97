import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** The fixed cast of the journeys. Ids are derived from their names, so that tests can name people before they exist. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const UNITS = {
  jlu: { name: '江临大学', kind: 'university', parent: null },
  gh: { name: '校工会', kind: 'office', parent: 'jlu' },
  hq: { name: '后勤保障部', kind: 'office', parent: 'jlu' },
  'hq-ys': { name: '饮食服务中心', kind: 'department', parent: 'hq' },
  xx: { name: '信息化建设与管理中心', kind: 'office', parent: 'jlu' },
  cw: { name: '财务处', kind: 'office', parent: 'jlu' },
  sx: { name: '数学学院', kind: 'faculty', parent: 'jlu' },
} as const;
type UnitCode = keyof typeof UNITS;

interface Part {
  readonly number: string;
  readonly name: string;
  readonly unit: UnitCode;
  readonly delegation?: 1 | 2;
  readonly post?: 'head' | 'deputy';
  readonly committee?: 'committee_chair' | 'committee_member' | 'committee_secretary' | 'presidium';
  readonly roles?: readonly (readonly [role: string, unit: UnitCode])[];
}

const PARTS = {
  wu: { number: '2009017', name: '吴敏', unit: 'sx', delegation: 1 },
  lin: { number: '2011023', name: '林晓', unit: 'sx', delegation: 1 },
  zhao: { number: '2003008', name: '赵刚', unit: 'sx', delegation: 1, post: 'head' },
  sun: { number: '2015040', name: '孙悦', unit: 'cw', delegation: 2, committee: 'committee_member' },
  luo: { number: '2016041', name: '罗成', unit: 'cw', delegation: 2, post: 'head' },
  chen: { number: '1998002', name: '陈立', unit: 'gh', committee: 'committee_chair' },
  tang: { number: '2012031', name: '唐宁', unit: 'gh', committee: 'committee_secretary' },
  gao: { number: '2010044', name: '高远', unit: 'hq', roles: [['unit_officer', 'hq']] },
  he: { number: '1999011', name: '何川', unit: 'hq', roles: [['unit_head', 'hq']] },
  ding: { number: '2014052', name: '丁一', unit: 'xx', roles: [['unit_officer', 'xx']] },
  yan: { number: '2001013', name: '严明', unit: 'xx', roles: [['unit_head', 'xx']] },
  fang: {
    number: '1992001',
    name: '方正',
    unit: 'jlu',
    roles: [
      ['leader', 'hq'],
      ['leader', 'xx'],
    ],
  },
  mei: { number: '2013061', name: '梅兰', unit: 'cw', roles: [['publisher', 'cw']] },
  bai: {
    number: '2000014',
    name: '白露',
    unit: 'cw',
    roles: [
      ['unit_head', 'cw'],
      ['unit_officer', 'cw'],
    ],
  },
  ou: { number: '2008071', name: '欧阳雪', unit: 'jlu', roles: [['disclosure_office', 'jlu']] },
  shi: { number: '2007072', name: '石磊', unit: 'jlu', roles: [['secrecy_reviewer', 'jlu']] },
  jian: { number: '2006073', name: '简直', unit: 'jlu', roles: [['supervisor', 'jlu']] },
  guan: { number: '2005074', name: '关宇', unit: 'xx', roles: [['administrator', 'jlu']] },
  zhou: { number: '2018081', name: '周平', unit: 'hq-ys' },
} as const satisfies Record<string, Part>;
type CastName = keyof typeof PARTS;

export interface Player {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly unit: UnitCode;
}

/** wu writes, lin and zhao second, chen decides, tang keeps the books, gao and he answer for logistics, ding and yan for IT, fang leads. */
export const cast = Object.fromEntries(
  Object.entries(PARTS).map(([key, part]) => [
    key,
    { id: idOf(part.number), number: part.number, name: part.name, unit: part.unit },
  ]),
) as Record<CastName, Player>;

export const units = Object.fromEntries(Object.keys(UNITS).map((code) => [code, { id: idOf(code), code }])) as Record<
  UnitCode,
  { id: string; code: UnitCode }
>;

export const congress = {
  id: idOf('congress'),
  termId: idOf('term-8'),
  sessionId: idOf('session-8-3'),
  archivedSessionId: idOf('session-8-2'),
};

/** Puts the cast on the stage: units, people, roles, the eighth congress with its archived second and open third session. */
export async function castOn(db: DataSource, settings: Record<string, unknown> = {}): Promise<void> {
  for (const [code, { name, kind, parent }] of Object.entries(UNITS)) {
    await db.query('insert into unit (id, code, name, short, kind, parent_id) values ($1, $2, $3, $3, $4, $5)', [
      idOf(code),
      code,
      name,
      kind,
      parent && idOf(parent),
    ]);
  }
  for (const part of Object.values(PARTS) as Part[]) {
    await db.query(
      "insert into staff (id, number, name, unit_id, title, mail, phone, active) values ($1, $2, $3, $4, '教师', $5, '8672-3105', true)",
      [idOf(part.number), part.number, part.name, idOf(part.unit), `${part.number}@jianglin.example`],
    );
    await db.query("insert into account (staff_id, created_at) values ($1, '2024-01-01')", [idOf(part.number)]);
    for (const [role, unit] of part.roles ?? []) {
      await db.query(
        "insert into role_grant (id, staff_id, role, unit_id, valid_from) values ($1, $2, $3, $4, '2024-01-01')",
        [idOf(`${part.number}${role}${unit}`), idOf(part.number), role, idOf(unit)],
      );
    }
  }
  await conveneCongress(db, settings);
}

async function conveneCongress(db: DataSource, settings: Record<string, unknown>): Promise<void> {
  await db.query("insert into congress (id, unit_id, code, name) values ($1, $2, 'jlu', '江临大学教职工代表大会')", [
    congress.id,
    units.jlu.id,
  ]);
  await db.query(
    "insert into congress_term (id, congress_id, number, starts_on, ends_on) values ($1, $2, 8, '2024-01-01', '2028-12-31')",
    [congress.termId, congress.id],
  );
  await db.query(
    `insert into congress_session (id, term_id, number, status, window_from, window_until, settings) values
     ($1, $3, 2, 'archived', '2025-02-24T00:00+08', '2025-03-22T00:00+08', '{}'),
     ($2, $3, 3, 'open', '2026-04-01T00:00+08', '2026-05-01T00:00+08', $4)`,
    [congress.archivedSessionId, congress.sessionId, congress.termId, JSON.stringify(settings)],
  );
  for (const number of [1, 2]) {
    await db.query('insert into delegation (id, term_id, number, name) values ($1, $2, $3, $4)', [
      idOf(`delegation-${number}`),
      congress.termId,
      number,
      number === 1 ? '理学代表团' : '机关代表团',
    ]);
  }
  for (const part of Object.values(PARTS) as Part[]) await seat(db, part);
}

async function seat(db: DataSource, { number, delegation, post, committee }: Part): Promise<void> {
  if (delegation) {
    await db.query(
      "insert into delegate (id, term_id, staff_id, delegation_id, kind, post, valid_from) values ($1, $2, $3, $4, 'delegate', $5, '2024-01-01')",
      [idOf(`${number}-seat`), congress.termId, idOf(number), idOf(`delegation-${delegation}`), post ?? null],
    );
  }
  if (committee) {
    await db.query(
      "insert into committee_seat (id, term_id, staff_id, role, valid_from) values ($1, $2, $3, $4, '2024-01-01')",
      [idOf(`${number}-committee`), congress.termId, idOf(number), committee],
    );
  }
}
