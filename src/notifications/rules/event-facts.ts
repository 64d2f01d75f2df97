import { isDate } from '../../calendar/index.js';
import { isId, type LedgerEvent } from '../../kernel/index.js';

/** Reads what other rooms put into an event; whatever is missing or of another type is simply not there. */
export class EventFacts {
  constructor(readonly event: LedgerEvent) {}

  text(name: string): string {
    const value = this.event.data[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  flag(name: string): boolean {
    return this.event.data[name] === true;
  }

  date(name: string): string | null {
    const value = this.text(name);
    return isDate(value) ? value : null;
  }

  list(name: string): string[] {
    return [this.event.data[name]].flat().filter((value) => typeof value === 'string');
  }

  ids(...names: string[]): string[] {
    return names.flatMap((name) => idsIn(this.event.data[name]));
  }

  get leadUnitIds(): string[] {
    return idsIn(this.unitIds.lead);
  }

  get assistingUnitIds(): string[] {
    return idsIn(this.unitIds.assisting);
  }

  /** How the matter is called in addresses. */
  get ref(): string {
    return encodeURIComponent(this.text('ref') || this.event.subjectId);
  }

  get note(): string {
    return this.event.note ?? '';
  }

  private get unitIds(): { lead?: unknown; assisting?: unknown } {
    const value = this.event.data.unitIds;
    return typeof value === 'object' && value !== null ? value : {};
  }
}

function idsIn(value: unknown): string[] {
  return [value].flat().filter(isId);
}
