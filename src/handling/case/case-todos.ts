import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock, msg } from '../../kernel/index.js';
import { type Todo, TodoLists, type TodoSource } from '../../web/index.js';
import { CASE_KIND, CASE_KINDS } from './case-kind.js';

interface TodoRow {
  ref: string;
  number: string;
  title: string;
  what: string;
  dueOn: string | null;
}

/** The first reply of a kind that needs no talk with its author. */
const NO_CONTACT = CASE_KINDS.filter((kind) => !CASE_KIND[kind].contactNeeded).map((kind) => `'${kind}'`);
const CONTACT_IDLE = `(c.round = 1 and c.kind in (${NO_CONTACT.join(', ')}))`;

/** Somebody has begun to type a reply and has not handed it in. */
const DRAFTED =
  "exists (select 1 from reply d where d.assignment_id = a.id and d.round = c.round and d.amends_id is null and d.status = 'draft' and d.text <> '' and d.return_comment is null)";

// $1: the congresses whose chair the actor is. $2: the units for which the actor is officer. $3: the congresses whose cases the actor assigns.
// A reply that was sent back is the to-do of `ReplyTodos`.
const WAITING = `
  select c.ref, c.number, c.title, 'assign' as what, null::date as due_on
  from handling_case c where c.status = 'open' and c.congress_id = any($3::uuid[])
  union all
  select c.ref, c.number, c.title, 'decide_return', null
  from handling_case c join assignment a on a.case_id = c.id
  where a.status = 'return_pending' and c.status in ('assigned', 'in_handling', 'return_pending') and c.congress_id = any($1::uuid[])
  union all
  select c.ref, c.number, c.title, 'decide_unit', null
  from handling_case c join assignment a on a.case_id = c.id
  where a.wanted_unit_id is not null and a.status <> 'void' and c.status in ('assigned', 'in_handling') and c.congress_id = any($1::uuid[])
  union all
  select c.ref, c.number, c.title, 'decide_extension', a.due_on
  from handling_case c join assignment a on a.case_id = c.id
  where a.part = 'separate' and a.status <> 'void' and a.extension_asked_until > a.due_on
    and c.status in ('assigned', 'in_handling') and c.congress_id = any($1::uuid[])
  union all
  select c.ref, c.number, c.title, 'decide_extension', c.due_on
  from handling_case c
  where c.extension_asked_until > c.due_on and c.status in ('assigned', 'in_handling') and c.congress_id = any($1::uuid[])
  union all
  select c.ref, c.number, c.title, 'sign_for', a.sign_by
  from handling_case c join assignment a on a.case_id = c.id
  where a.status = 'to_sign' and a.unit_id = any($2::uuid[])
    and (c.status = 'assigned' or (c.status = 'in_handling' and a.part <> 'lead'))
  union all
  select c.ref, c.number, c.title,
         case when ${DRAFTED} then 'unsent'
              when ${CONTACT_IDLE} or exists (select 1 from contact t where t.case_id = c.id and t.round = c.round
                                                and (t.assignment_id is null or t.assignment_id = a.id)) then 'reply' else 'contact' end,
         case a.part when 'lead' then coalesce(c.extended_until, c.due_on) else coalesce(a.extended_until, a.due_on) end
  from handling_case c join assignment a on a.case_id = c.id and a.part <> 'assisting' and a.status = 'in_handling'
  where c.status = 'in_handling' and a.unit_id = any($2::uuid[])
    and not exists (select 1 from reply r where r.assignment_id = a.id and r.round = c.round and r.amends_id is null and r.status = 'draft' and r.return_comment is not null)
  union all
  select c.ref, c.number, c.title, 'opinion', a.due_on
  from handling_case c join assignment a on a.case_id = c.id
  where a.part = 'assisting' and a.status = 'in_handling' and a.unit_id = any($2::uuid[])
    and a.opinion is null and a.override_reason is null and c.status in ('assigned', 'in_handling')`;

const PAGE: Readonly<Record<string, string>> = {
  assign: '/assignment',
  sign_for: '/receipt',
  reply: '/reply',
  unsent: '/reply',
  contact: '/contacts/new',
  opinion: '/opinion',
  decide_unit: '/units',
  decide_return: '/return/decision',
  decide_extension: '/extension/decision',
};

/** What waits in this room: to assign, to sign for, to talk and reply, to give an opinion. */
@Injectable()
export class CaseTodos implements TodoSource, OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly todos: TodoLists,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.todos.add(this);
  }

  async list(actor: Actor, limit: number): Promise<Todo[]> {
    const scopes = scopesOf(actor);
    if (scopes === null) return [];
    const rows = (await this.db.query(
      `select ref, number, title, what, to_char(due_on, 'YYYY-MM-DD') as "dueOn" from (${WAITING}) waiting
       order by due_on nulls last, ref limit $4`,
      [...scopes, limit],
    )) as TodoRow[];
    const today = beijingDate(this.clock.now());
    return rows.map((row) => presentTodo(row, today));
  }

  async count(actor: Actor): Promise<number> {
    const scopes = scopesOf(actor);
    if (scopes === null) return 0;
    const [row] = (await this.db.query(`select count(*)::int as n from (${WAITING}) waiting`, scopes)) as {
      n: number;
    }[];
    return row!.n;
  }
}

/** Nothing is asked for those who have no part in it. */
function scopesOf(actor: Actor): [string[], string[], string[]] | null {
  const [chaired, units] = [actor.scopesOf('committee_chair'), actor.scopesOf('unit_officer')];
  const assigned = [...chaired, ...actor.scopesOf('light_secretary')];
  return assigned.length + units.length === 0 ? null : [chaired, units, assigned];
}

function presentTodo({ ref, number, title, what, dueOn }: TodoRow, today: string): Todo {
  const late = dueOn !== null && dueOn < today;
  return {
    title,
    number,
    dueOn,
    href: `/cases/${ref}${PAGE[what] ?? ''}`,
    next: msg(`handling.todo.${what}${late ? 'Late' : ''}`, { date: dueOn ?? '' }),
  };
}
