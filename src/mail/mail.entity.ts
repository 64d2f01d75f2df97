import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Message } from '../kernel/index.js';

export const MAIL_STATES = ['queued', 'sending', 'sent', 'skipped', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Several messages about one matter. */
export interface LetterGroup {
  readonly heading: Message;
  readonly lines: readonly { readonly text: Message; readonly dueOn: string | null; readonly link: string }[];
}

/** What the letter says; the link, the greeting and the language are added when it is written. */
export interface LetterModel {
  readonly text: Message;
  /** YYYY-MM-DD, printed as a line of its own. */
  readonly dueOn?: string | null;
  /** Why the reader gets this. */
  readonly why: Message;
  /** What the button says; `mail.letter.open` without it. */
  readonly button?: Message;
  /** The path by which mails like this one are ended without sign-in; absent for mandatory ones. */
  readonly unsubscribe?: string | null;
  /** A mail that collects several messages: written at the moment of sending. */
  readonly groups?: readonly LetterGroup[];
}

/** A mail owed to one person because of one event. The row is the ledger of its delivery. */
@Entity('mail')
export class Mail {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly staffId!: string;
  @Column('text') readonly kind!: string;
  @Column('text') readonly eventId!: string;
  @Column('jsonb') readonly subject!: Message;
  @Column('text') readonly template!: string;
  @Column('jsonb') model!: LetterModel;
  @Column('text', { nullable: true }) readonly link!: string | null;
  @Column('boolean') readonly mandatory!: boolean;
  @Column('text') readonly state!: MailState;
  @Column('int') readonly attempts!: number;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz') readonly nextAttemptAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly claimedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) readonly settledAt!: Date | null;
  @Column('text', { nullable: true }) readonly lastError!: string | null;
  @Column('text') readonly messageId!: string;
}
