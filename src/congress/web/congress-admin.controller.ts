import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { type Actor, administers, msg, newId, pageRequest } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { Directory, presentHistory } from '../../organization/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import type { Congress } from '../congress.entity.js';
import { CongressAdministration } from '../congress-administration.js';
import { KeptCongresses } from '../kept-congresses.js';
import { presentCongress, presentCongresses } from './congress-admin.presenter.js';
import { CongressForm, NewSessionForm, TermForm } from './congress.form.js';

/** It stands in numbers and addresses. */
const CODE = /^[a-z][a-z0-9]*$/;

@Controller('admin/congress')
export class CongressAdminController {
  constructor(
    private readonly kept: KeptCongresses,
    private readonly administration: CongressAdministration,
    private readonly directory: Directory,
    private readonly ledger: Ledger,
  ) {}

  @Get()
  list(@Query('page') page: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    return this.printAll(new FormView({ id: newId() }), actor, reply, page);
  }

  @Post()
  async found(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    this.kept.requireKeeper(actor);
    const form = readForm(CongressForm, body);
    if (!form.ok) return this.printAll(new FormView(form.typed, form.errors), actor, reply.status(422));
    if (!CODE.test(form.value.code)) {
      const refused = new FormView({ ...form.value }, { code: msg('sessions.code') });
      return this.printAll(refused, actor, reply.status(422));
    }
    await this.administration.found({ ...form.value }, actor);
    reply.done(`/admin/congress/${form.value.id}`, msg('congress.done.founded', { name: form.value.name }));
  }

  @Get(':id')
  async show(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    await this.print(await this.kept.congress(id, actor), new FormView(), reply);
  }

  @Post(':id/terms')
  async addTerm(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const congress = await this.kept.congress(id, actor);
    const form = readForm(TermForm, body);
    if (!form.ok) return this.print(congress, new FormView(form.typed, form.errors), reply.status(422));
    const { startsOn, endsOn, number } = form.value;
    if (endsOn <= startsOn) {
      const errors = { endsOn: msg('congress.term.endsBefore') };
      return this.print(congress, new FormView({ ...form.value }, errors), reply.status(422));
    }
    const term = { id: form.value.id, congressId: id, number: Number(number), startsOn, endsOn };
    await this.administration.addTerm(term, actor);
    return void reply.done(`/admin/congress/${id}`, msg('congress.done.term', { n: number }));
  }

  @Post(':id/sessions')
  async addSession(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const congress = await this.kept.congress(id, actor);
    const form = readForm(NewSessionForm, body);
    if (!form.ok) return this.print(congress, new FormView(form.typed, form.errors), reply.status(422));
    await this.administration.addSession(form.value.id, form.value.termId, Number(form.value.number), actor);
    return void reply.done(`/admin/congress/sessions/${form.value.id}`, msg('congress.done.session'));
  }

  private async printAll(form: FormView, actor: Actor, reply: Reply, page?: unknown): Promise<void> {
    const [congresses, units] = await Promise.all([
      this.kept.list(actor, pageRequest(page)),
      this.directory.activeUnits(),
    ]);
    const administered = units.filter(({ id }) => administers(actor, id) !== null);
    reply.view('congress/admin-list', presentCongresses(congresses, form, administered));
  }

  private async print(congress: Congress, form: FormView, reply: Reply): Promise<void> {
    const [terms, sessions, entries] = await Promise.all([
      this.kept.terms(congress.id),
      this.kept.sessions(congress.id),
      this.ledger.timeline([congress.id]),
    ]);
    const ids = { term: newId(), session: newId() };
    reply.view('congress/admin', presentCongress(congress, terms, sessions, form, ids, presentHistory(entries)));
  }
}
