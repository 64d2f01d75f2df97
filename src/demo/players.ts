import type { Actors } from '../identity/index.js';
import type { Actor } from '../kernel/index.js';
import type { StaffDetails, UnitDetails } from '../organization/index.js';
import type { InstitutionContent } from './content.js';
import { demoId } from './demo-id.js';
import { LEAVERS } from './leavers.js';
import { numberFrom } from './pace.js';

/** Who plays which part in the stories; the same every time. */
export class Players {
  constructor(
    private readonly actors: Actors,
    private readonly content: InstitutionContent,
  ) {}

  actor(number: string): Promise<Actor> {
    return this.byId(demoId(`staff:${number}`));
  }

  async byId(staffId: string): Promise<Actor> {
    const actor = await this.actors.find(staffId);
    if (!actor) throw new Error(`the demo has no ${staffId}`);
    return actor;
  }

  /** What the staff directory says of somebody. */
  person(number: string): StaffDetails {
    const { name, unit, position, mail, phone } = this.content.people.find((one) => one.number === number)!;
    return { number, name, unitId: demoId(`unit:${unit}`), title: position, mail, phone };
  }

  unit(code: string): UnitDetails {
    const position = this.content.units.findIndex((one) => one.code === code);
    const { name, short, kind } = this.content.units[position]!;
    return { code, name, short, kind: kind as UnitDetails['kind'], position };
  }

  chair(): Promise<Actor> {
    return this.actor(this.content.committee.find(({ role }) => role === 'committee_chair')!.staff);
  }

  secretary(): Promise<Actor> {
    return this.actor(this.content.committee.find(({ role }) => role === 'committee_secretary')!.staff);
  }

  /** Who speaks for the presidium. */
  presidium(): Promise<Actor> {
    return this.actor(this.content.committee.find(({ role }) => role === 'presidium')!.staff);
  }

  /** The members of the committee beside its chair and secretaries. */
  members(): Promise<Actor[]> {
    const members = this.content.committee.filter(({ role }) => role === 'committee_member');
    return Promise.all(members.map(({ staff }) => this.actor(staff)));
  }

  /** The holder of a role for a unit; a department without one of its own is served by the unit above it. */
  async holder(role: string, unit: string): Promise<Actor> {
    const grant = this.content.roles.find((one) => one.role === role && (one.units ?? [one.unit]).includes(unit));
    if (grant) return this.actor(grant.staff);
    const parent = this.content.units.find(({ code }) => code === unit)?.parent;
    if (!parent) throw new Error(`the demo has no ${role} for ${unit}`);
    return this.holder(role, parent);
  }

  leader(key: string): string {
    return this.content.roles.find((one) => one.key === key)!.staff;
  }

  /** The number of a delegate of the delegation, chosen by a key; `wanted` are preferred in their turn. */
  author(delegation: number, key: string, wanted: string | null): string {
    const members = this.content.delegations.find(({ number }) => number === delegation)!.members;
    if (wanted && members.includes(wanted)) return wanted;
    return members[numberFrom(key) % members.length]!;
  }

  /** `count` delegates other than those named, chosen by a key: first from the delegation, then from the next ones. */
  delegatesBeside(taken: readonly string[], delegation: number, count: number, key: string): string[] {
    const delegations = this.content.delegations;
    const nearFirst = [...delegations.slice(delegation - 1), ...delegations.slice(0, delegation - 1)];
    const candidates = nearFirst.flatMap(({ members, number }) =>
      members.toSorted((a, b) => numberFrom(key + number + a) - numberFrom(key + number + b)),
    );
    const away = [...taken, ...Object.values(LEAVERS)];
    return candidates.filter((number) => !away.includes(number)).slice(0, count);
  }
}
