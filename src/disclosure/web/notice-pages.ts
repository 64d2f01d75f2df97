import { Injectable } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import { Attachments } from '../../files/index.js';
import { type Actor, Clock } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { Directory } from '../../organization/index.js';
import { FormView } from '../../web/index.js';
import { CaseResults } from '../case-results.js';
import { Catalogue } from '../catalogue.js';
import type { Notice } from '../notice.entity.js';
import { NoticeLinks } from '../notice-links.js';
import { NoticePolicy } from '../notice.policy.js';
import { NoticesRepository } from '../notices.repository.js';
import type { EditFacts } from './edit.presenter.js';
import { presentNotice } from './notice.presenter.js';

/** Gathers what the page of one notice shows, for reading and after a refused form. */
@Injectable()
export class NoticePages {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly catalogue: Catalogue,
    private readonly attachments: Attachments,
    private readonly results: CaseResults,
    private readonly directory: Directory,
    private readonly links: NoticeLinks,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async show(notice: Notice, actor: Actor, form = new FormView()): Promise<object> {
    const policy = new NoticePolicy(actor);
    const [attachments, units, itemTitle, neighbours, timeline, ofCase, links] = await Promise.all([
      this.attachments.of('notice', [notice.id]),
      this.directory.unitsById(notice.audienceUnitIds),
      this.catalogue.titleOf(notice.catalogueItem),
      this.notices.neighbours(notice, actor),
      policy.seesProcess(notice) ? this.ledger.timeline([notice.id]) : [],
      this.results.caseOf(notice, actor),
      this.links.of(notice, actor),
    ]);
    const audienceUnits = [...units.values()].map(({ name }) => name);
    const facts = { notice, attachments, audienceUnits, itemTitle, ...neighbours, timeline, ofCase, links };
    return presentNotice(facts, policy, form, beijingDate(this.clock.now()));
  }

  async edit(id: string, notice: Notice | null, actor: Actor, form: FormView): Promise<EditFacts> {
    const [kept, units, catalogue] = await Promise.all([
      this.attachments.of('notice', [id]),
      this.directory.activeUnits(),
      this.catalogue.classes(),
    ]);
    const ownUnits = units.filter((unit) => actor.is('publisher', unit.id));
    return { id, notice, form, kept, ownUnits, units, catalogue, now: this.clock.now() };
  }
}
