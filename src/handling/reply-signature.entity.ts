import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Act, newId } from '../kernel/index.js';

export const SIGNATURE_PARTS = ['head', 'leader'] as const;
export type SignaturePart = (typeof SIGNATURE_PARTS)[number];

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

  static under(reply: { id: string; version: number }, part: SignaturePart, act: Act): ReplySignature {
    const { by, at } = act;
    const facts = { id: newId(), replyId: reply.id, version: reply.version, part, staffId: by.staffId, signedAt: at };
    return Object.assign(new ReplySignature(), facts, { note: null });
  }
}
