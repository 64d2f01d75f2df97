export interface ActorFacts {
  readonly staffId: string;
  readonly number: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly keys: Iterable<string>;
}

/**
 * Who acts, with the ring of keys that their roles give them at this moment.
 * A key is `role` or `role:scope`, e.g. `staff`, `person:<staff id>`, `unit_officer:<unit id>`, `committee_chair:<congress id>`.
 * The same keys open records (see Audience) and actions (see Rule).
 */
export class Actor {
  readonly staffId: string | null;
  readonly number: string | null;
  readonly name: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly keys: ReadonlySet<string>;

  private constructor(facts: Partial<ActorFacts> & { name: string; keys: Iterable<string> }) {
    this.staffId = facts.staffId ?? null;
    this.number = facts.number ?? null;
    this.name = facts.name;
    this.unitId = facts.unitId ?? null;
    this.unitName = facts.unitName ?? null;
    this.keys = new Set(facts.keys);
  }

  /** A signed-in member of staff. */
  static of(facts: ActorFacts): Actor {
    return new Actor({ ...facts, keys: ['public', 'staff', `person:${facts.staffId}`, ...facts.keys] });
  }

  /** Somebody who has not signed in. */
  static visitor(): Actor {
    return new Actor({ name: '', keys: ['public'] });
  }

  /** The program itself, acting on a clock (reminders, expiries). It reads nothing for anybody. */
  static system(): Actor {
    return new Actor({ name: 'system', keys: ['public', 'system'] });
  }

  get isVisitor(): boolean {
    return this.staffId === null && !this.keys.has('system');
  }

  /** Whether the actor holds a role, for the scope named or, without one, anywhere. */
  is(role: string, scopeId?: string | null): boolean {
    if (scopeId === null) return false;
    return this.keys.has(scopeId === undefined ? role : `${role}:${scopeId}`);
  }

  /** The scopes (unit or congress ids) for which the actor holds a role. */
  scopesOf(role: string): string[] {
    const prefix = `${role}:`;
    return [...this.keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  }

  isPerson(staffId: string | null): boolean {
    return staffId !== null && this.staffId === staffId;
  }
}
