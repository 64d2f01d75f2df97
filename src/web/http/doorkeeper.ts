import { Actor } from '../../kernel/index.js';
import type { Locale } from '../views/i18n.js';

export interface Admission {
  readonly actor: Actor;
  readonly sessionId: string | null;
  readonly locale: Locale | null;
}

/** Who knocks. The identity room implements it; the web room only asks. */
export abstract class Doorkeeper {
  abstract admit(token: string | undefined): Promise<Admission>;

  /** Keeps what was typed into a form whose session had ended; answers with the token under which it is given back. */
  abstract park(path: string, fields: Record<string, unknown>, token: string | undefined): Promise<string>;
}
