import { Controller, Get, Param, Render } from '@nestjs/common';
import type { Actor } from '../../../kernel/index.js';
import { CurrentActor, Public } from '../../../web/index.js';
import { CaseReader } from '../case-reader.js';
import { CaseSections } from '../case-sections.js';
import { CaseNotFound } from '../case.errors.js';
import { CasePolicy } from '../case.policy.js';
import { presentCase } from './case-page.presenter.js';
import { presentLetter } from '../../reply/web/letter.presenter.js';

@Controller('cases/:ref')
export class CaseController {
  constructor(
    private readonly reader: CaseReader,
    private readonly sections: CaseSections,
  ) {}

  @Get()
  @Public()
  @Render('cases/show')
  async show(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    const file = await this.reader.read(ref, actor);
    return presentCase(file, new CasePolicy(actor), await this.sections.of(file.record, actor));
  }

  /** 交办单, for the seal. */
  @Get('letter')
  @Render('cases/letter')
  async letter(@Param('ref') ref: string, @CurrentActor() actor: Actor): Promise<object> {
    const file = await this.reader.read(ref, actor);
    if (file.record.assignedAt === null || !new CasePolicy(actor).sees('letter', file.record)) throw new CaseNotFound();
    return presentLetter(file);
  }
}
