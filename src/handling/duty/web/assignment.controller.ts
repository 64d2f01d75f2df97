import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { type Actor, msg } from '../../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../../web/index.js';
import { AssignmentDesk, type Desk } from '../assignment-desk.js';
import { Assignments, type AssignmentWish } from '../assignments.service.js';
import { AssignmentForm, contradictions, wishOf } from './assignment.form.js';
import { presentAssignment } from './assignment.presenter.js';
import { refsOf } from '../../web/refs.js';

type Reading = { readonly wish: AssignmentWish } | { readonly refused: FormView };

/** 交办: one case from its page, or several from the board. */
@Controller()
export class AssignmentController {
  constructor(
    private readonly desk: AssignmentDesk,
    private readonly assignments: Assignments,
  ) {}

  @Get('cases/:ref/assignment')
  async one(@Param('ref') ref: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    this.show(reply, await this.desk.layOut([ref], actor), new FormView(), addressOf(ref));
  }

  @Post('cases/:ref/assignment')
  async assign(
    @Param('ref') ref: string,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const desk = await this.desk.layOut([ref], actor);
    const read = await this.read(body, desk);
    if ('refused' in read) return this.show(reply.status(422), desk, read.refused, addressOf(ref));
    const { number, dueOn } = await this.assignments.assign(ref, read.wish, actor);
    const unit = leadsNamed(read.wish, desk);
    reply.done(`/cases/${ref}`, msg('handling.done.assign', { number, unit, date: dueOn! }));
  }

  @Get('board/assignment')
  async several(@Query('ref') named: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const refs = refsOf(named);
    if (refs.length === 0) return void reply.done('/board?state=open', msg('handling.board.chooseSome'), 'info');
    this.show(reply, await this.desk.layOut(refs, actor), new FormView(), '/board/assignment');
  }

  @Post('board/assignment')
  async assignSeveral(
    @Body() body: { ref?: unknown },
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const refs = refsOf(body?.ref);
    if (refs.length === 0) return void reply.done('/board?state=open', msg('handling.board.chooseSome'), 'info');
    const desk = await this.desk.layOut(refs, actor);
    const read = await this.read(body, desk);
    if ('refused' in read) return this.show(reply.status(422), desk, read.refused, '/board/assignment');
    const unit = leadsNamed(read.wish, desk);
    await this.assignments.assignAll(refs, read.wish, actor);
    reply.done('/board?state=assigned', msg('handling.done.assignSeveral', { n: refs.length, unit }));
  }

  private async read(body: unknown, desk: Desk): Promise<Reading> {
    const form = readForm(AssignmentForm, body);
    if (!form.ok) return { refused: new FormView(form.typed, form.errors) };
    const { value } = form;
    const leaderId = value.leader || (await this.desk.leaderOf(value.lead));
    const errors = contradictions(value, desk, leaderId);
    if (Object.keys(errors).length > 0 || leaderId === null) return { refused: new FormView({ ...value }, errors) };
    return { wish: wishOf(value, leaderId) };
  }

  private show(reply: Reply, desk: Desk, form: FormView, address: string): void {
    reply.view('cases/assignment', presentAssignment(desk, form, address));
  }
}

function leadsNamed({ leadUnitId, otherLeadIds = [] }: AssignmentWish, { units }: Desk): string {
  return units
    .filter(({ id }) => id === leadUnitId || otherLeadIds.includes(id))
    .map(({ name }) => name)
    .join('、');
}

function addressOf(ref: string): string {
  return `/cases/${ref}/assignment`;
}
