import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { newId, type Transaction } from '../../kernel/index.js';
import type { Unit } from '../../organization/index.js';
import type { Assignment } from '../duty/assignment.entity.js';
import { Contact } from '../duty/contact.entity.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { InternalNote, noteReaders } from './internal-note.entity.js';
import { KeyMilestone } from '../watch/key-milestone.entity.js';
import { Reply } from './reply.entity.js';
import { SupervisionNotice } from '../watch/supervision-notice.entity.js';

/** From which unit to which; `stays` is the duty that goes on, `absorbed` the one it has taken up, if the successor had one already. */
export interface HandedDuty {
  readonly from: string;
  readonly to: Unit;
  readonly stays: Assignment;
  readonly absorbed: Assignment | null;
}

/** What lies in an open case for a unit goes to its successor: whatever is still to be done, and the notes about it. What is closed stays as it was. */
@Injectable()
export class HandedPapers {
  async follow(record: HandlingCase, handed: HandedDuty, tx: Transaction): Promise<void> {
    const { from, to, absorbed } = handed;
    await this.notices(record.id, from, to, tx);
    const open = { caseId: record.id, unitId: from, reachedAt: IsNull(), droppedBecause: IsNull() };
    await tx.update(KeyMilestone, open, { unitId: to.id });
    const audience = noteReaders({ unitId: to.id, congressId: null });
    await tx.update(InternalNote, { caseId: record.id, unitId: from }, { unitId: to.id, audience: [...audience] });
    if (absorbed !== null) await this.join(record, handed, absorbed, tx);
  }

  /** One open notice of a unit in a case: of two the sterner one stays, of equals the successor's own. */
  private async notices(caseId: string, from: string, to: Unit, tx: Transaction): Promise<void> {
    const where = { caseId, unitId: In([from, to.id]), status: In(['issued', 'answered']) };
    const open = await tx.find(SupervisionNotice, { where, relations: { unit: true } });
    const handed = open.find(({ unitId }) => unitId === from);
    if (!handed) return;
    const own = open.find(({ unitId }) => unitId === to.id);
    const stays = own && own.level >= handed.level ? own : handed;
    const gives = open.filter((one) => one !== stays);
    for (const one of gives) one.absorb();
    await tx.save(gives);
    stays.handTo(to);
    await tx.save(stays);
  }

  /** Two duties have become one: its talks count, its draft goes on, or is kept as a note where the other one has a draft of its own. */
  private async join(record: HandlingCase, { to, stays }: HandedDuty, absorbed: Assignment, tx: Transaction) {
    await tx.update(Contact, { caseId: record.id, assignmentId: absorbed.id }, { assignmentId: stays.id });
    const ofRound = (assignmentId: string) => ({ assignmentId, round: record.round, amendsId: IsNull() });
    const draft = await tx.findOneBy(Reply, { ...ofRound(absorbed.id), status: 'draft' });
    if (draft === null || draft.text === '') return;
    if (!stays.isLeading || (await tx.existsBy(Reply, ofRound(stays.id)))) await this.note(record, to, draft, tx);
    else await tx.update(Reply, { id: draft.id }, { assignmentId: stays.id });
  }

  private async note({ id: caseId }: HandlingCase, to: Unit, draft: Reply, tx: Transaction): Promise<void> {
    const { draftedBy: writtenBy, updatedAt: writtenAt, text } = draft;
    const owner = { unitId: to.id, congressId: null };
    const note = { id: newId(), caseId, ...owner, text, writtenBy, writtenAt, audience: [...noteReaders(owner)] };
    await tx.insert(InternalNote, note);
  }
}
