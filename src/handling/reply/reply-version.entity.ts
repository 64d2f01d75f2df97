import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Act } from '../../kernel/index.js';
import type { OutcomeClass } from '../case/case-values.js';
import type { ReplyContent } from './reply-content.js';
import type { Reply } from './reply.entity.js';

/** A text as it was handed to the signatures. Never changed, never removed. */
@Entity('reply_version')
export class ReplyVersion implements ReplyContent {
  @PrimaryColumn('uuid') readonly replyId!: string;
  @PrimaryColumn('int') readonly version!: number;
  @Column('text') readonly text!: string;
  @Column('text') readonly outcomeClass!: OutcomeClass;
  @Column('text', { nullable: true }) readonly promise!: string | null;
  @Column('date', { nullable: true }) readonly promisedOn!: string | null;
  @Column('text', { nullable: true }) readonly responsible!: string | null;
  @Column('uuid') readonly submittedBy!: string;
  @Column('timestamptz') readonly submittedAt!: Date;

  /** The fair copy of what the reply says at this moment. */
  static of({ id: replyId, version, content }: Reply, { by, at }: Act): ReplyVersion {
    const facts = { replyId, version, submittedBy: by.staffId, submittedAt: at };
    return Object.assign(new ReplyVersion(), content, facts);
  }
}
