import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Message, msg } from '../kernel/index.js';
import type { Topic } from './rules/telling.js';

export type MessageParams = Readonly<Record<string, string | number>>;

/** A message to one person on the site. */
@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly staffId!: string;
  @Column('text') readonly kind!: string;
  @Column('text') readonly eventId!: string;
  @Column('text') readonly subjectType!: string;
  @Column('uuid') readonly subjectId!: string;
  @Column('jsonb') readonly params!: MessageParams;
  @Column('date', { nullable: true }) readonly dueOn!: string | null;
  @Column('text') readonly link!: string;
  @Column('text') readonly why!: string;
  @Column('timestamptz') readonly at!: Date;
  @Column('timestamptz', { nullable: true }) readonly readAt!: Date | null;
  /** Null when it is mandatory. */
  @Column('text', { nullable: true }) readonly topic!: Topic | null;
  /** The mail in which it is listed together with others. */
  @Column('uuid', { nullable: true }) readonly collectedIn!: string | null;

  get isUnread(): boolean {
    return this.readAt === null;
  }
}

export function subjectOf({ kind, params }: Pick<Notification, 'kind' | 'params'>): Message {
  return msg(`notifications.told.${kind}.subject`, { ...params });
}

export function textOf({ kind, params }: Pick<Notification, 'kind' | 'params'>): Message {
  return msg(`notifications.told.${kind}.text`, { ...params });
}
