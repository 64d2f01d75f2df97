import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FileOwners } from '../../files/index.js';
import { type Actor, mayRead, msg } from '../../kernel/index.js';
import { concernedIn } from '../case/case-audience.js';
import { type CaseSection, CaseSections } from '../case/case-sections.js';
import { CasePolicy } from '../case/case.policy.js';
import { CasesRepository } from '../case/cases.repository.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { RATING_OWNER } from '../reply/reply-papers.service.js';

const CASE_OF = 'select ref from handling_case join rating on case_id = handling_case.id where rating.id = $1';

/** The secretary's way from the case to the opinion form, and who may open its scan: those concerned. */
@Injectable()
export class PaperRatingDoors implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly sections: CaseSections,
    private readonly owners: FileOwners,
    private readonly cases: CasesRepository,
  ) {}

  onModuleInit(): void {
    this.sections.add((record, actor) => Promise.resolve(doorOf(record, actor)));
    this.owners.register(RATING_OWNER, (id, actor) => this.maySeeScan(id, actor));
  }

  private async maySeeScan(ratingId: string, actor: Actor): Promise<boolean> {
    const rows = (await this.db.query(CASE_OF, [ratingId])) as { ref: string }[];
    const [found] = rows;
    return found !== undefined && mayRead(concernedIn(await this.cases.findVisible(found.ref, actor)), actor);
  }
}

function doorOf(record: HandlingCase, actor: Actor): CaseSection | null {
  if (!new CasePolicy(actor).offers(record).includes('rate_on_paper')) return null;
  const door = {
    href: `/cases/${record.ref}/rating/paper`,
    text: msg('paper.rating.enter'),
    tone: 'secondary',
  } as const;
  return { template: 'cases/nothing', model: {}, doors: [{ ...door, missing: [], quiet: true }] };
}
