import type { HandlingCase } from '../../handling/index.js';
import type { Decision } from './decision.js';

/** One act of deciding: which cases it has opened, who joins whom, and who has been told of which case already. */
export class DecisionAct {
  private readonly opened = new Map<string, HandlingCase>();
  private readonly told = new Map<string, Set<string>>();

  constructor(private readonly decisions: readonly Decision[]) {}

  /** Cases are opened, and numbered, in the order chosen; then others join them. */
  get inOrder(): Decision[] {
    const joins = ({ outcome }: Decision) => outcome === 'merge';
    return [...this.decisions.filter((one) => !joins(one)), ...this.decisions.filter(joins)];
  }

  /** The serial numbers of those that are merged into this proposal, in the same act. */
  joining(serial: string): string[] {
    return this.decisions.filter(({ into }) => into === serial).map(({ ref }) => ref);
  }

  /** One case, or one for each part of a split; a part without a case was declined. */
  keep(serial: string, records: readonly (HandlingCase | null)[], staffIds: readonly string[]): void {
    for (const [i, record] of records.entries()) {
      if (record === null) continue;
      this.opened.set(records.length === 1 ? serial : `${serial}/${i + 1}`, record);
      this.tell(record.id, staffIds);
    }
  }

  openedFor(into: string): HandlingCase | undefined {
    return this.opened.get(into);
  }

  tell(caseId: string, staffIds: readonly string[]): void {
    this.told.set(caseId, new Set([...(this.told.get(caseId) ?? []), ...staffIds]));
  }

  toldOf(caseId: string): string[] {
    return [...(this.told.get(caseId) ?? [])];
  }
}
