import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, authorize } from '../../kernel/index.js';
import { DecisionDraft } from './decision-draft.entity.js';

/** What was asked of the order: typed places by proposal, and one row moved up or down by one. */
export interface Wish {
  readonly places: ReadonlyMap<string, number>;
  readonly up?: string;
  readonly down?: string;
}

/** The order of the sheet, in which numbers will be given. */
@Injectable()
export class SheetOrder {
  constructor(private readonly db: DataSource) {}

  /** Ids of proposals. Rows without a typed place stay where they are; two on one place keep their order. */
  arrange(congressId: string, sessionId: string, wish: Wish, actor: Actor): Promise<void> {
    authorize(preparerOf(congressId, actor), 'prepare_decision');
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      // Locked in an order that no arranging changes, or two who arrange at once wait for each other.
      const rows = await tx.find(DecisionDraft, { where: { sessionId }, order: { proposalId: 'ASC' }, lock });
      const drafts = arranged(
        rows.toSorted((a, b) => a.position - b.position),
        wish,
      );
      for (const [i, { proposalId }] of drafts.entries())
        await tx
          .createQueryBuilder()
          .update(DecisionDraft)
          .set({ position: i + 1, version: () => 'version' })
          .where({ proposalId })
          .execute();
    });
  }
}

/** In which role somebody prepares decisions; null when not. */
export function preparerOf(congressId: string, actor: Actor): string | null {
  return ['committee_secretary', 'committee_chair'].find((role) => actor.is(role, congressId)) ?? null;
}

export function arranged<T extends { readonly proposalId: string }>(rows: readonly T[], wish: Wish): T[] {
  const { places, up, down } = wish;
  const step = ({ proposalId }: T) => (proposalId === up ? -1.5 : proposalId === down ? 1.5 : 0);
  const placed = rows.map((row, i) => ({ row, place: (places.get(row.proposalId) ?? i + 1) + step(row) }));
  return placed.toSorted((a, b) => a.place - b.place).map(({ row }) => row);
}
