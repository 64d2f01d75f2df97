import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, administersSite, authorize, type Rule, type Transaction } from '../../kernel/index.js';
import { AdministrativeEvents } from '../../ledger/index.js';
import { DeclineReason } from './decline-reason.entity.js';
import { DeclineReasonNotFound, DeclineReasonUsed } from '../proposal.errors.js';

/** The list is one record of the site; its events stand in the ledger under this id. */
export const DECLINE_REASONS_ID = 'dec11e00-0000-7000-8000-000000000001';

export type Wording = Pick<DeclineReason, 'zh' | 'en'>;

export interface KeptReason extends Wording {
  readonly code: string;
  readonly active: boolean;
  /** In how many decisions, drafts and recommendations it is given. */
  readonly uses: number;
}

const LIST = `
  select code, zh, en, active,
         (select count(*)::int from proposal where decline_code = code)
         + (select count(*)::int from declined_part where decline_code = code)
         + (select count(*)::int from review_reading where decline_code = code)
         + (select count(*)::int from decision_draft where decline_code = code or parts @> jsonb_build_array(jsonb_build_object('declineCode', code))) as uses
  from decline_reason order by position, code`;

const KEEPERS = ['committee_secretary', 'committee_chair'] as const;

/** Every congress uses the list; who keeps it: chair and secretary of the school's own congress, and the administrator of the site. */
export const keepsReasons: Rule<null> = (actor) =>
  KEEPERS.find((role) => actor.is(`school_${role}`)) ?? administersSite(actor, null);

/** The managed list of reasons for not filing. What was given once is retired, never deleted. */
@Injectable()
export class DeclineReasonAdministration {
  constructor(
    private readonly db: DataSource,
    private readonly events: AdministrativeEvents,
  ) {}

  async list(actor: Actor, tx: Transaction = this.db.manager): Promise<KeptReason[]> {
    authorize(keepsReasons(actor, null), 'decline_reasons');
    return tx.query(LIST) as Promise<KeptReason[]>;
  }

  async find(code: string, actor: Actor): Promise<KeptReason> {
    return named(code, await this.list(actor));
  }

  /** The same code twice is the same reason. */
  add(code: string, { zh, en }: Wording, actor: Actor): Promise<void> {
    return this.perform('add', actor, async (reasons, tx) => {
      if (reasons.some((one) => one.code === code)) return null;
      await tx.insert(DeclineReason, { code, zh, en, active: true, position: reasons.length + 1 });
      await this.number([...reasons.map((one) => one.code), code], tx);
      return { code, zh, en };
    });
  }

  reword(code: string, { zh, en }: Wording, actor: Actor): Promise<void> {
    return this.perform('reword', actor, async (reasons, tx) => {
      const before = named(code, reasons);
      if (before.zh === zh && before.en === en) return null;
      await tx.update(DeclineReason, { code }, { zh, en });
      return { code, before: { zh: before.zh, en: before.en }, after: { zh, en } };
    });
  }

  /** To a place counted from 1: whoever clicks twice has moved it once. */
  move(code: string, place: number, actor: Actor): Promise<void> {
    return this.perform('move', actor, async (reasons, tx) => {
      const codes = reasons.map((one) => one.code);
      const from = codes.indexOf(named(code, reasons).code);
      const to = Math.min(place, codes.length) - 1;
      if (to === from) return null;
      codes.splice(to, 0, ...codes.splice(from, 1));
      await this.number(codes, tx);
      return { code, direction: to < from ? 'up' : 'down' };
    });
  }

  retire(code: string, actor: Actor): Promise<void> {
    return this.perform('retire', actor, (reasons, tx) => this.turn(named(code, reasons), false, tx));
  }

  restore(code: string, actor: Actor): Promise<void> {
    return this.perform('restore', actor, (reasons, tx) => this.turn(named(code, reasons), true, tx));
  }

  remove(code: string, actor: Actor): Promise<void> {
    return this.perform('remove', actor, async (reasons, tx) => {
      const { zh, en, uses } = named(code, reasons);
      if (uses > 0) throw new DeclineReasonUsed(zh);
      await tx.delete(DeclineReason, { code });
      return { code, zh, en };
    });
  }

  private async turn(reason: KeptReason, active: boolean, tx: Transaction): Promise<Record<string, unknown> | null> {
    if (reason.active === active) return null;
    await tx.update(DeclineReason, { code: reason.code }, { active });
    return { code: reason.code };
  }

  private async number(codes: readonly string[], tx: Transaction): Promise<void> {
    for (const [i, code] of codes.entries()) await tx.update(DeclineReason, { code }, { position: i + 1 });
  }

  /** One change of the list at a time, with an event unless nothing changed. */
  private perform(
    action: string,
    actor: Actor,
    step: (reasons: readonly KeptReason[], tx: Transaction) => Promise<Record<string, unknown> | null>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const role = authorize(keepsReasons(actor, null), `decline_reasons.${action}`);
      await tx.query('lock table decline_reason in share row exclusive mode');
      const data = await step(await this.list(actor, tx), tx);
      const subject = { subjectType: 'decline_reason', subjectId: DECLINE_REASONS_ID };
      if (data !== null) await this.events.record({ ...subject, action, by: actor, role, data }, tx);
    });
  }
}

function named(code: string, reasons: readonly KeptReason[]): KeptReason {
  const found = reasons.find((one) => one.code === code);
  if (!found) throw new DeclineReasonNotFound();
  return found;
}
