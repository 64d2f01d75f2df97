import { Injectable } from '@nestjs/common';
import { WorkingDays } from '../../calendar/index.js';
import type { SentFiles } from '../../files/index.js';
import { type Actor, ConditionsMissing, msg } from '../../kernel/index.js';
import { CaseSteps } from '../case/case-steps.js';
import { CasePolicy } from '../case/case.policy.js';
import { Dossier } from '../case/dossier.service.js';
import { chosenDuty } from '../duty/duty-choice.js';
import type { HandlingCase } from '../case/handling-case.entity.js';

export interface Progress {
  readonly id: string;
  readonly text: string;
  readonly percent: number;
  /** Why there is no evidence; with attachments it may be empty. */
  readonly withoutFiles: string;
}

/** 季度进展报告: the unit reports on its promise, with evidence. */
@Injectable()
export class Promises {
  constructor(
    private readonly steps: CaseSteps,
    private readonly dossier: Dossier,
    private readonly workingDays: WorkingDays,
  ) {}

  /** A form that was sent twice reports once. */
  report(
    ref: string,
    progress: Progress,
    actor: Actor,
    files: SentFiles | null = null,
    dutyId: string | null = null,
  ): Promise<HandlingCase> {
    return this.steps.perform('report_progress', ref, actor, async (record, act, tx) => {
      const isProved = progress.withoutFiles !== '' || (files?.uploads.length ?? 0) > 0;
      if (!isProved) throw new ConditionsMissing('report_progress', [msg('promises.missing.evidence')]);
      const duty = chosenDuty(new CasePolicy(actor).promisesOf(record, 'unit_officer'), dutyId, 'report_progress');
      const assignmentId = duty.part === 'separate' ? duty.id : null;
      const filed = { kind: 'progress', assignmentId, ...progress } as const;
      const paper = await this.dossier.file(record, filed, files, act, tx);
      return paper === null ? [] : record.reportProgress(duty, paper, await this.workingDays.load(tx), act);
    });
  }
}
