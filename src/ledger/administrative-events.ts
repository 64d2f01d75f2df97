import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Transaction } from '../kernel/index.js';
import { Ledger } from './ledger.js';

/** What was done to which record of the house, by whom and in which role. */
export interface AdministrativeDeed {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly action: string;
  readonly by: Pick<Actor, 'staffId' | 'name'>;
  readonly role: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Master data, roles and settings have no workflow; what is done to them stands in the ledger all the same, at the moment of doing. */
@Injectable()
export class AdministrativeEvents {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async record({ by, ...deed }: AdministrativeDeed, tx: Transaction): Promise<void> {
    await this.ledger.record({ ...deed, actorId: by.staffId, actorName: by.name, at: this.clock.now() }, tx);
  }
}
