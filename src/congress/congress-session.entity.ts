import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { beijingDate, endOfBeijingDay } from '../calendar/index.js';
import { CongressTerm } from './congress.entity.js';
import { SessionArchived } from './congress.errors.js';
import { DEFAULT_SETTINGS, type SessionSettings } from './session-settings.js';
import type { SessionStatus } from './session-status.js';
import { SESSION_WORKFLOW, type SessionAction } from './session-workflow.js';

const MIDNIGHT_IN_BEIJING = 'T00:00:00+08:00';

/** Days from … to, both inclusive, both or neither. */
export interface SessionDates {
  readonly heldFrom: string | null;
  readonly heldUntil: string | null;
  readonly windowFrom: string | null;
  readonly windowUntil: string | null;
}

/** 次: one meeting of the congress, with its window for proposals and its rules. */
@Entity('congress_session')
export class CongressSession {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly termId!: string;
  @ManyToOne(() => CongressTerm) @JoinColumn({ name: 'term_id' }) readonly term!: Relation<CongressTerm>;
  @Column('int') readonly number!: number;
  @Column('text') readonly status!: SessionStatus;
  @Column('date', { nullable: true }) readonly heldFrom!: string | null;
  @Column('date', { nullable: true }) readonly heldUntil!: string | null;
  @Column('timestamptz', { nullable: true }) readonly windowFrom!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly windowUntil!: Date | null;
  @Column('jsonb', { name: 'settings' }) readonly chosenSettings!: Partial<SessionSettings>;

  /** The school's choices over the defaults. */
  get settings(): SessionSettings {
    return { ...DEFAULT_SETTINGS, ...this.chosenSettings };
  }

  /** Noted by `Congresses.sessions`: whether the congress is that of the whole school, whose sessions need no prefix. */
  isOfSchool = true;

  /** `8-3` for 第八届第三次; in a list of several congresses `sx-8-3` for one that is not the school's own. */
  get code(): string {
    return this.addressBeside(this.isOfSchool ? this.term.congressId : null);
  }

  /** Under `/congress/…`: `8-3` for the congress of the whole school, `sx-8-3` for that of a faculty. */
  addressBeside(mainCongressId: string | null): string {
    const numbers = `${this.term.number}-${this.number}`;
    return this.term.congressId === mainCongressId ? numbers : `${this.term.congress.code}-${numbers}`;
  }

  /** The window as the days on which proposals are taken. */
  get dates(): SessionDates {
    return {
      heldFrom: this.heldFrom,
      heldUntil: this.heldUntil,
      windowFrom: this.windowFrom && beijingDate(this.windowFrom),
      windowUntil: this.windowUntil && beijingDate(new Date(this.windowUntil.getTime() - 1)),
    };
  }

  /** Only while the session runs: closing it ends the window too. */
  isWindowOpen(now: Date): boolean {
    return this.status === 'open' && this.windowFrom !== null && this.windowFrom <= now && now < this.windowUntil!;
  }

  isArchived(): boolean {
    return this.status === 'archived';
  }

  setDates({ heldFrom, heldUntil, windowFrom, windowUntil }: SessionDates): void {
    this.set({
      heldFrom,
      heldUntil,
      windowFrom: windowFrom ? new Date(`${windowFrom}${MIDNIGHT_IN_BEIJING}`) : null,
      windowUntil: windowUntil ? endOfBeijingDay(windowUntil) : null,
    });
  }

  /** Only what differs from the defaults is kept, so that a better default reaches those who never chose. */
  choose(settings: SessionSettings): void {
    const chosen = Object.entries(settings).filter(([name, value]) => value !== DEFAULT_SETTINGS[name as never]);
    this.set({ chosenSettings: Object.fromEntries(chosen) });
  }

  take(action: SessionAction): void {
    if (this.isArchived()) throw new SessionArchived();
    this.set({ status: SESSION_WORKFLOW.statusAfter(action, this.status) });
  }

  private set(
    change: Partial<
      Pick<CongressSession, 'status' | 'heldFrom' | 'heldUntil' | 'windowFrom' | 'windowUntil' | 'chosenSettings'>
    >,
  ): void {
    if (this.isArchived()) throw new SessionArchived();
    Object.assign(this, change);
  }
}
