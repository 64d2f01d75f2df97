import type { Transaction } from '../../kernel/index.js';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly delegationId: string | null;
}

export interface HandlingUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly officer: Person;
  readonly head: Person;
  readonly publisher: Person;
}

export interface SeedSession {
  readonly id: string;
  readonly term: number;
  readonly number: number;
  readonly isPresent: boolean;
  readonly from: Date;
  readonly until: Date;
}

/** Whom and what the seeded records refer to. */
export interface School {
  readonly now: Date;
  readonly congressId: string;
  readonly congressUnitId: string;
  readonly people: readonly Person[];
  readonly delegates: readonly Person[];
  readonly units: readonly HandlingUnit[];
  readonly leaders: readonly Person[];
  readonly chair: Person;
  readonly secretary: Person;
  /** The present one first. */
  readonly sessions: readonly SeedSession[];
}

const DAY_MS = 86_400_000;

const PEOPLE = `
  select staff.id, staff.name, unit_id as "unitId", unit.name as "unitName", (
    select delegation_id from delegate where delegate.staff_id = staff.id and kind = 'delegate' limit 1) as "delegationId"
  from staff join unit on unit.id = unit_id where staff.active order by staff.number limit 6000`;
const ROLES = `select role, staff_id as "staffId", role_grant.unit_id as "unitId", code, name, short
  from role_grant join unit on unit.id = role_grant.unit_id order by code, role, staff_id`;
const SEATS = `select role, staff_id as "staffId" from committee_seat order by role, staff_id`;
const SESSIONS = `
  select session.id, term.number as term, session.number, status = 'open' as "isOpen",
    coalesce(window_from, starts_on) as "from", coalesce(window_until, starts_on + 30) as until
  from congress_session session join congress_term term on term.id = term_id where congress_id = $1
  order by term.number desc, session.number desc`;

interface Grant {
  readonly role: string;
  readonly staffId: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly short: string;
}

export async function loadSchool(tx: Transaction, now: Date): Promise<School> {
  const people = (await tx.query(PEOPLE)) as Person[];
  const [congress] = (await tx.query('select id, unit_id as "unitId" from congress order by code limit 1')) as Person[];
  const byId = new Map(people.map((person) => [person.id, person]));
  const personOf = (id: string | undefined) => byId.get(id ?? '') ?? people[0]!;
  const grants = (await tx.query(ROLES)) as Grant[];
  const seats = (await tx.query(SEATS)) as Grant[];
  const inSeat = (role: string) => personOf(seats.find((seat) => seat.role === role)?.staffId);
  return {
    now,
    congressId: congress!.id,
    congressUnitId: congress!.unitId,
    people,
    delegates: people.filter(({ delegationId }) => delegationId !== null),
    units: unitsOf(grants, personOf),
    leaders: grants.filter(({ role }) => role === 'leader').map(({ staffId }) => personOf(staffId)),
    chair: inSeat('committee_chair'),
    secretary: inSeat('committee_secretary'),
    sessions: await sessionsOf(congress!.id, now, tx),
  };
}

/** Units with an officer and a head: those that can handle a case. */
function unitsOf(grants: readonly Grant[], personOf: (id: string | undefined) => Person): HandlingUnit[] {
  const holder = (role: string, unitId: string) =>
    grants.find((grant) => grant.role === role && grant.unitId === unitId)?.staffId;
  const officers = grants.filter(({ role }) => role === 'unit_officer');
  const first = officers.filter(({ unitId }, i) => officers.findIndex((one) => one.unitId === unitId) === i);
  return first.flatMap(({ unitId, staffId, code, name, short }) => {
    const head = holder('unit_head', unitId);
    if (!head) return [];
    const publisher = personOf(holder('publisher', unitId) ?? staffId);
    return [{ id: unitId, code, name, short, officer: personOf(staffId), head: personOf(head), publisher }];
  });
}

async function sessionsOf(congressId: string, now: Date, tx: Transaction): Promise<SeedSession[]> {
  const rows = (await tx.query(SESSIONS, [congressId])) as (SeedSession & { isOpen: boolean })[];
  const present = rows.find(({ isOpen }) => isOpen) ?? rows[0];
  return rows.map((row) => ({
    ...row,
    from: new Date(Math.min(new Date(row.from).getTime(), now.getTime() - DAY_MS)),
    isPresent: row === present,
  }));
}
