import { Injectable } from '@nestjs/common';
import { DataSource, In, Not } from 'typeorm';
import { type Attachment, Attachments, type SentFiles } from '../../files/index.js';
import { type Act, type Actor, mayRead, type Transaction } from '../../kernel/index.js';
import { concernedIn } from './case-audience.js';
import { CaseNotFound } from './case.errors.js';
import { CasePolicy } from './case.policy.js';
import { CasesRepository } from './cases.repository.js';
import { DossierPaper, type NewPaper, type PaperKind } from './dossier-paper.entity.js';
import type { HandlingCase } from './handling-case.entity.js';

export const PAPER_OWNER = 'dossier_paper';
/** Read by everybody concerned; the others are papers between offices. */
const FOR_THE_CONCERNED: readonly PaperKind[] = ['progress', 'special_report'];

export interface FiledPaper {
  readonly paper: DossierPaper;
  readonly files: readonly Attachment[];
}

/** The file of a case: papers are put in by its steps and read by those whose business they are. */
@Injectable()
export class Dossier {
  constructor(
    private readonly db: DataSource,
    private readonly cases: CasesRepository,
    private readonly attachments: Attachments,
  ) {}

  /** In the transaction of a step. Null when this very form was filed before: nothing more happens. */
  async file(
    record: HandlingCase,
    paper: NewPaper,
    files: SentFiles | null,
    act: Act,
    tx: Transaction,
  ): Promise<DossierPaper | null> {
    const found = await tx.findOneBy(DossierPaper, { id: paper.id });
    if (found && (found.caseId !== record.id || !act.by.isPerson(found.writtenBy))) throw new CaseNotFound();
    if (found) return null;
    const written = DossierPaper.write(record.id, paper, act);
    await tx.insert(DossierPaper, { ...written });
    const owner = { ownerType: PAPER_OWNER, ownerId: written.id };
    if (files !== null) await this.attachments.apply(tx, owner, files, { by: act.by, role: act.role });
    return written;
  }

  /** Whether there is a special report other than the one with this id. */
  hasSpecialReport(caseId: string, exceptId: string, tx: Transaction): Promise<boolean> {
    return tx.existsBy(DossierPaper, { caseId, kind: 'special_report', id: Not(exceptId) });
  }

  /** What this reader may see of these kinds, oldest first. */
  async of(record: HandlingCase, kinds: readonly PaperKind[], actor: Actor): Promise<FiledPaper[]> {
    const readable = kinds.filter((kind) => maySee(kind, record, actor));
    const papers = await this.db.manager.find(DossierPaper, {
      where: { caseId: record.id, kind: In([...readable]) },
      order: { writtenAt: 'ASC', id: 'ASC' },
    });
    const files = await this.attachments.of(
      PAPER_OWNER,
      papers.map(({ id }) => id),
    );
    return papers.map((paper) => ({ paper, files: files.filter(({ ownerId }) => ownerId === paper.id) }));
  }

  /** Whether the files of a paper are open to the actor. */
  async mayRead(paperId: string, actor: Actor): Promise<boolean> {
    const paper = await this.db.manager.findOneBy(DossierPaper, { id: paperId });
    if (!paper) return false;
    return maySee(paper.kind, await this.cases.byId(paper.caseId, this.db.manager), actor);
  }
}

function maySee(kind: PaperKind, record: HandlingCase, actor: Actor): boolean {
  if (FOR_THE_CONCERNED.includes(kind)) return mayRead(concernedIn(record), actor);
  return new CasePolicy(actor).sees('whole_timeline', record);
}
