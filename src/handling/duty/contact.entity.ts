import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type Act, newId } from '../../kernel/index.js';
import { HandlingCase } from '../case/handling-case.entity.js';

export const CONTACT_WAYS = ['visit', 'phone', 'meeting', 'mail'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

export interface NewContact {
  readonly id?: string;
  readonly way: ContactWay;
  readonly happenedOn: string;
  readonly summary: string;
  readonly headPresent: boolean;
}

/** 沟通: a talk with the proposer before the reply. A wrong entry is corrected by another one. */
@Entity('contact')
export class Contact {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @ManyToOne(() => HandlingCase, (record) => record.contacts)
  @JoinColumn({ name: 'case_id' })
  readonly case!: Relation<HandlingCase>;
  /** Whose talk it is: a unit to which the case was given later talks itself. */
  @Column('uuid', { nullable: true }) readonly assignmentId!: string | null;
  @Column('int') readonly round!: number;
  @Column('date') readonly happenedOn!: string;
  @Column('text') readonly way!: ContactWay;
  @Column('boolean') readonly headPresent!: boolean;
  @Column('text') readonly summary!: string;
  @Column('uuid') readonly loggedBy!: string;
  @Column('timestamptz') readonly loggedAt!: Date;

  static log(contact: NewContact, caseId: string, round: number, assignmentId: string, act: Act): Contact {
    return Object.assign(new Contact(), {
      ...contact,
      id: contact.id ?? newId(),
      caseId,
      assignmentId,
      round,
      loggedBy: act.by.staffId,
      loggedAt: act.at,
    });
  }
}
