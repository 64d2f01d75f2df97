import { Injectable } from '@nestjs/common';
import type { HandlingCase } from '../../handling/index.js';
import type { Act, Transaction } from '../../kernel/index.js';
import { CASE_KIND_OF, CaseOpening } from '../case-opening.js';
import { type Part, partOutcome } from './decision.js';
import { DeclineReasons } from './decline-reasons.js';
import { DeclinedPart } from './declined-part.entity.js';
import type { Proposal } from '../proposal.entity.js';

/** What became of the parts of a proposal, in their order. */
export interface Parted {
  /** Its case, or null for a part that was declined. */
  readonly opened: readonly (HandlingCase | null)[];
  /** With the wording of the day. */
  readonly declined: readonly { title: string; declineCode: string; zh: string; en: string; explanation: string }[];
}

/** Takes a proposal apart: each part becomes a case or a suggestion, or is declined with its reason. */
@Injectable()
export class Partition {
  constructor(
    private readonly opening: CaseOpening,
    private readonly declineReasons: DeclineReasons,
  ) {}

  async take(proposal: Proposal, parts: readonly Part[], deed: Act, tx: Transaction): Promise<Parted> {
    const opened: (HandlingCase | null)[] = [];
    const declined: Parted['declined'][number][] = [];
    for (const [i, part] of parts.entries()) {
      const outcome = partOutcome(part);
      if (outcome === 'decline') declined.push(await this.decline(proposal, part, i + 1, deed, tx));
      const { title, measures } = part;
      const kind = outcome === 'decline' ? null : CASE_KIND_OF[outcome];
      opened.push(kind && (await this.opening.open(kind, proposal, { title, part: measures }, deed, tx)));
    }
    return { opened, declined };
  }

  private async decline(proposal: Proposal, part: Part, position: number, deed: Act, tx: Transaction) {
    const { title, measures, declineCode = '', explanation = '' } = part;
    const { zh, en } = await this.declineReasons.usable(declineCode, tx);
    const key = { proposalId: proposal.id, position };
    await tx.insert(DeclinedPart, { ...key, title, measures, declineCode, explanation, declinedAt: deed.at });
    return { title, declineCode, zh, en, explanation };
  }
}
