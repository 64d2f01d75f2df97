import { Injectable } from '@nestjs/common';
import type { Actor, Transaction } from '../kernel/index.js';

/** Refuses by throwing. */
export type MailAddressRule = (staffId: string, actor: Actor, tx: Transaction) => Promise<void>;

/** Asked before somebody changes the address to which another person's sign-in links go: whoever reads that mail can sign in as that person. */
@Injectable()
export class MailAddressRules {
  private readonly rules: MailAddressRule[] = [];

  add(rule: MailAddressRule): void {
    this.rules.push(rule);
  }

  async ask(staffId: string, actor: Actor, tx: Transaction): Promise<void> {
    if (actor.isPerson(staffId)) return;
    for (const rule of this.rules) await rule(staffId, actor, tx);
  }
}
