import type { Transaction } from '../kernel/index.js';
import type { Locale } from '../web/index.js';

export interface Addressee {
  readonly name: string;
  readonly number: string;
  readonly mail: string | null;
  readonly active: boolean;
  readonly locale: Locale;
}

/** Whose address is what. People live in a later room, which provides this port. */
export abstract class AddressBook {
  abstract find(staffIds: readonly string[], tx?: Transaction): Promise<ReadonlyMap<string, Addressee>>;

  /** Ids of people whose name or number begins with the text. */
  abstract matching(text: string): Promise<string[]>;

  /** The mail server says that there is no such mailbox. */
  abstract markRefused(staffId: string, at: Date): Promise<void>;
}
