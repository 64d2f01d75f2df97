import { newId } from '../../src/kernel/index.js';
import { cast, type Player } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';

/** The steps of a duty as its people take them through HTTP, and what others were told. */
export class DutyRoad {
  constructor(
    private readonly app: TestApp,
    readonly ref: string,
  ) {}

  async dutyOf(unitId: string): Promise<string> {
    const sql = `select assignment.id from assignment join handling_case on handling_case.id = case_id
                 where ref = $1 and unit_id = $2 and assignment.status <> 'void'`;
    const [row] = (await this.app.db.query(sql, [this.ref, unitId])) as { id: string }[];
    return row!.id;
  }

  async post(who: Player, page: string, fields: Record<string, string | string[]> = {}): Promise<number> {
    return (await (await this.app.as(who)).post(`/cases/${this.ref}/${page}`, fields)).status;
  }

  async textFor(who: Player, page = ''): Promise<string> {
    return (await (await this.app.as(who)).get(`/cases/${this.ref}${page}`)).text;
  }

  async signFor(who: Player, unitId: string, fields: Record<string, string> = {}): Promise<number> {
    return this.post(who, 'receipt', { assignment: await this.dutyOf(unitId), ...fields });
  }

  async talk(who: Player, unitId: string): Promise<number> {
    const happenedOn = this.app.clock.now().toISOString().slice(0, 10);
    const contact = { id: newId(), way: 'visit', happenedOn, summary: '当面谈过，提案人希望先做一处。' };
    return this.post(who, `contacts?duty=${await this.dutyOf(unitId)}`, contact);
  }

  /** Who has been told this kind of message about the case, by name. */
  async told(kind: string): Promise<string[]> {
    const sql = `select staff.name from notification join staff on staff.id = notification.staff_id
                 where kind = $1 and subject_id = (select id from handling_case where ref = $2) order by staff.name`;
    return ((await this.app.db.query(sql, [kind, this.ref])) as { name: string }[]).map(({ name }) => name);
  }

  async events(action: string): Promise<number> {
    const sql = `select count(*)::int as n from ledger_event where action = $1 and subject_id = (select id from handling_case where ref = $2)`;
    return ((await this.app.db.query(sql, [action, this.ref])) as [{ n: number }])[0].n;
  }
}

export const names = (...players: (keyof typeof cast)[]) => players.map((one) => cast[one].name).toSorted();
