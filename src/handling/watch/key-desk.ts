import { Injectable } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock } from '../../kernel/index.js';
import { Directory } from '../../organization/index.js';
import { AssignmentDesk, type LeaderChoice } from '../duty/assignment-desk.js';
import { CaseNotFound } from '../case/case.errors.js';
import { CasePolicy } from '../case/case.policy.js';
import { CasesRepository } from '../case/cases.repository.js';
import { Dossier, type FiledPaper } from '../case/dossier.service.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { KeyCases } from './key-cases.service.js';
import type { KeyMilestone } from './key-milestone.entity.js';

/** What is known of a key proposal, as far as its reader may see it. */
export interface KeyFile {
  readonly record: HandlingCase;
  readonly leader: string | null;
  readonly leaders: readonly LeaderChoice[];
  readonly milestones: readonly KeyMilestone[];
  readonly papers: readonly FiledPaper[];
  readonly today: string;
}

/** Reads the file of a key proposal for its pages. */
@Injectable()
export class KeyDesk {
  constructor(
    private readonly cases: CasesRepository,
    private readonly keys: KeyCases,
    private readonly dossier: Dossier,
    private readonly directory: Directory,
    private readonly desk: AssignmentDesk,
    private readonly clock: Clock,
  ) {}

  /** For those who work on it; everybody else reads the page of the case. */
  async open(ref: string, actor: Actor): Promise<KeyFile> {
    const record = await this.cases.findVisible(ref, actor);
    const policy = new CasePolicy(actor);
    if (!policy.sees('whole_timeline', record)) throw new CaseNotFound();
    const leaders = policy.permits('mark_key', record) ? await this.desk.leaders() : [];
    return { ...(await this.of(record, actor)), leaders };
  }

  async of(record: HandlingCase, actor: Actor): Promise<Omit<KeyFile, 'leaders'>> {
    const { keyLeaderId, keyCase } = record;
    const [leader, milestones, papers] = await Promise.all([
      keyLeaderId === null ? null : this.directory.person(keyLeaderId).then(({ name }) => name),
      keyCase ? this.keys.milestones(record.id) : [],
      this.dossier.of(record, ['meeting', 'milestone', 'special_report', 'instruction'], actor),
    ]);
    return { record, leader, milestones, papers, today: beijingDate(this.clock.now()) };
  }
}
