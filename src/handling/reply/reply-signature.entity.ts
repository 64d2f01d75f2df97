import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SigningMandate } from '../../identity/index.js';
import { type Act, newId } from '../../kernel/index.js';

export const SIGNATURE_PARTS = ['head', 'leader'] as const;
export type SignaturePart = (typeof SIGNATURE_PARTS)[number];

/** The act of whoever signs; a deputy brings the mandate. */
export interface SigningAct extends Act {
  readonly mandate?: SigningMandate | null;
}

/** 审签: one signature under one version of a reply. Never changed, never removed. */
@Entity('reply_signature')
export class ReplySignature {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly replyId!: string;
  @Column('int') readonly version!: number;
  @Column('text') readonly part!: SignaturePart;
  @Column('uuid') readonly staffId!: string;
  @Column('timestamptz') readonly signedAt!: Date;
  @Column('text', { nullable: true }) readonly note!: string | null;
  /** Signed by a deputy: for whom, and until when the authorisation was given. */
  @Column('uuid', { nullable: true }) readonly mandateId!: string | null;
  @Column('uuid', { nullable: true }) readonly onBehalfOf!: string | null;
  @Column('date', { nullable: true }) readonly authorizedUntil!: string | null;

  static under(reply: { id: string; version: number }, part: SignaturePart, act: SigningAct): ReplySignature {
    const { by, at, mandate } = act;
    const facts = { id: newId(), replyId: reply.id, version: reply.version, part, staffId: by.staffId, signedAt: at };
    return Object.assign(new ReplySignature(), facts, { note: null, ...behindOf(mandate) });
  }
}

function behindOf(mandate: SigningMandate | null = null) {
  if (mandate === null) return { mandateId: null, onBehalfOf: null, authorizedUntil: null };
  return { mandateId: mandate.id, onBehalfOf: mandate.principalId, authorizedUntil: mandate.validUntil };
}
