import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, administers, administersSite, type Transaction } from '../kernel/index.js';
import { MailAddressRules } from '../organization/index.js';
import { Actors } from './actors.js';
import { HoldsWiderRoles } from './identity.errors.js';
import { RoleGrants } from './role-grants.js';

/** Seats of the whole congress, which no unit below it administers. */
const SEATS = ['committee', 'presidium'] as const;

/** An administrator does not get at the account of somebody who may do more than they administer. */
@Injectable()
export class GuardedAddresses implements OnModuleInit {
  constructor(
    private readonly rules: MailAddressRules,
    private readonly actors: Actors,
    private readonly grants: RoleGrants,
  ) {}

  onModuleInit(): void {
    this.rules.add((staffId, actor, tx) => this.refuseWider(staffId, actor, tx));
  }

  private async refuseWider(staffId: string, actor: Actor, tx: Transaction): Promise<void> {
    if (administersSite(actor, null) !== null) return;
    const person = await this.actors.find(staffId);
    if (!person) return;
    const elsewhere = (await this.grants.running(staffId, tx)).some(
      ({ unitId }) => administers(actor, unitId) === null,
    );
    if (elsewhere || SEATS.some((seat) => person.is(seat))) throw new HoldsWiderRoles(person.name);
  }
}
