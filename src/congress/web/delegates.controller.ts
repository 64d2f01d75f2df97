import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { type Actor, isId, type Message, msg, newId, pageRequest } from '../../kernel/index.js';
import { Directory, Imports, presentImportForm, savedAs, sheetOf, XLSX } from '../../organization/index.js';
import { CurrentActor, FormView, isUpload, readForm, type Reply } from '../../web/index.js';
import type { CongressTerm } from '../congress.entity.js';
import { DelegateNotFound } from '../congress.errors.js';
import type { Delegate } from '../delegate.entity.js';
import { DELEGATE_COLUMNS } from '../import/delegate-rows.js';
import { KeptCongresses } from '../kept-congresses.js';
import { Roster } from '../roster.js';
import { type DelegateDetails, RosterAdministration } from '../roster-administration.js';
import { DelegateForm } from './congress.form.js';
import { presentDelegate, presentDelegates } from './roster.presenter.js';

@Controller('admin/congress')
export class DelegatesController {
  constructor(
    private readonly kept: KeptCongresses,
    private readonly roster: Roster,
    private readonly administration: RosterAdministration,
    private readonly directory: Directory,
    private readonly imports: Imports,
  ) {}

  @Get('terms/:id/delegates')
  async list(
    @Param('id') id: string,
    @Query() query: Record<string, string>,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    await this.printAll(await this.kept.term(id, actor), query, new FormView({ id: newId(), kind: 'delegate' }), reply);
  }

  @Post('terms/:id/delegates')
  async add(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const term = await this.kept.term(id, actor);
    const form = readForm(DelegateForm, body);
    if (!form.ok) return this.printAll(term, {}, new FormView(form.typed, form.errors), reply.status(422));
    const person = await this.directory.personByNumber(form.value.number);
    const nobody = { number: msg('identity.grant.nobody') };
    const problems: Record<string, Message> = person?.active ? problemsOf(form.value) : nobody;
    if (!person || Object.keys(problems).length > 0)
      return this.printAll(term, {}, new FormView({ ...form.value }, problems), reply.status(422));
    await this.administration.addDelegate(form.value.id, id, person.id, detailsOf(form.value), actor);
    return void reply.done(
      `/admin/congress/terms/${id}/delegates`,
      msg('congress.done.delegate', { name: person.name }),
    );
  }

  @Get('terms/:id/delegates/import')
  async offerImport(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    reply.view('admin/import-new', presentImportForm(importForm(await this.kept.term(id, actor)), null));
  }

  @Post('terms/:id/delegates/import')
  async import(
    @Param('id') id: string,
    @Body('file') file: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ) {
    const term = await this.kept.term(id, actor);
    if (isUpload(file))
      return void reply.done(`/admin/imports/${await this.imports.receive('delegates', id, file, actor)}`);
    const page = presentImportForm(importForm(term), msg('organization.import.fileMissing'));
    return void reply.status(422).view('admin/import-new', page);
  }

  @Get('delegates-template.xlsx')
  async template(@Res() reply: Reply): Promise<void> {
    reply.header('content-disposition', savedAs('代表名单模板.xlsx')).type(XLSX);
    reply.send(await sheetOf(DELEGATE_COLUMNS, [DELEGATE_COLUMNS.map(({ example }) => example)]));
  }

  @Get('delegates/:id')
  async show(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const { seat, term } = await this.find(id, actor);
    const typed = { delegationId: seat.delegationId ?? '', kind: seat.kind, post: seat.post ?? '' };
    reply.view(
      'congress/admin-delegate',
      presentDelegate(seat, term, await this.roster.delegations(term.id), new FormView(typed)),
    );
  }

  @Post('delegates/:id')
  async change(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const { seat, term } = await this.find(id, actor);
    const form = readForm(DelegateForm, { ...(body as object), id, number: seat.staff.number });
    const problems = form.ok ? problemsOf(form.value) : form.errors;
    if (!form.ok || Object.keys(problems).length > 0) {
      const refused = new FormView(form.ok ? { ...form.value } : form.typed, problems);
      const page = presentDelegate(seat, term, await this.roster.delegations(term.id), refused);
      return void reply.status(422).view('congress/admin-delegate', page);
    }
    await this.administration.changeDelegate(seat, detailsOf(form.value), actor);
    const done = msg('congress.done.delegateChanged', { name: seat.staff.name });
    return void reply.done(`/admin/congress/terms/${term.id}/delegates`, done);
  }

  @Post('delegates/:id/end')
  async end(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const { seat, term } = await this.find(id, actor);
    await this.administration.endDelegate(seat, actor);
    reply.done(
      `/admin/congress/terms/${term.id}/delegates`,
      msg('congress.done.delegateEnded', { name: seat.staff.name }),
    );
  }

  private async find(id: string, actor: Actor): Promise<{ seat: Delegate; term: CongressTerm }> {
    const seat = isId(id) ? await this.roster.delegate(id) : null;
    if (!seat) throw new DelegateNotFound();
    return { seat, term: await this.kept.term(seat.termId, actor) };
  }

  private async printAll(
    term: CongressTerm,
    query: Record<string, string>,
    form: FormView,
    reply: Reply,
  ): Promise<void> {
    const [page, delegations] = await Promise.all([
      this.roster.delegates(term.id, query, pageRequest(query.page, 30)),
      this.roster.delegations(term.id),
    ]);
    const filter = { q: String(query.q ?? ''), delegation: String(query.delegation ?? '') };
    reply.view('congress/admin-delegates', presentDelegates(term, page, filter, delegations, form));
  }
}

function importForm(term: CongressTerm) {
  const address = `/admin/congress/terms/${term.id}/delegates`;
  return {
    title: msg('congress.import.title'),
    lead: msg('congress.import.lead'),
    action: `${address}/import`,
    template: '/admin/congress/delegates-template.xlsx',
    back: { text: msg('congress.lists.delegates'), href: address },
    columns: DELEGATE_COLUMNS,
  };
}

function problemsOf({ kind, delegationId }: DelegateForm): Record<string, Message> {
  return kind === 'delegate' && delegationId === '' ? { delegationId: msg('congress.delegate.delegationMissing') } : {};
}

function detailsOf({ delegationId, kind, post }: DelegateForm): DelegateDetails {
  return {
    delegationId: delegationId || null,
    kind: kind as Delegate['kind'],
    post: (post || null) as Delegate['post'],
  };
}
