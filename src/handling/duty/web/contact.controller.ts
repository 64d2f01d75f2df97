import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { type Actor, Clock, msg, newId } from '../../../kernel/index.js';
import { CurrentActor, type FieldErrors, FormView, readForm, type Reply } from '../../../web/index.js';
import { CONTACT_WAYS, type ContactWay } from '../contact.entity.js';
import { Contacts } from '../contacts.service.js';
import type { Assignment } from '../assignment.entity.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { CaseDoor } from '../../case/web/case-door.js';
import { dutyQuery } from './duty-address.js';
import { presentCaseCrumbs } from '../../case/web/case-tags.js';
import { ContactForm } from './contact.form.js';

/** 沟通记录. */
@Controller('cases/:ref/contacts')
export class ContactController {
  constructor(
    private readonly door: CaseDoor,
    private readonly contacts: Contacts,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async form(
    @Param('ref') ref: string,
    @Query('duty') named: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const { record, duty } = await this.door.openOwn('log_contact', ref, named, actor);
    this.show(reply, record, duty, new FormView({ id: newId(), happenedOn: beijingDate(this.clock.now()) }));
  }

  @Post()
  async log(
    @Param('ref') ref: string,
    @Query('duty') named: unknown,
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    const { record, duty } = await this.door.openOwn('log_contact', ref, named, actor);
    const form = readForm(ContactForm, body);
    if (!form.ok) return this.show(reply.status(422), record, duty, new FormView(form.typed, form.errors));
    const { value } = form;
    const errors = this.misdated(value, duty);
    if (errors) return this.show(reply.status(422), record, duty, new FormView({ ...value }, errors));
    const contact = { ...value, way: value.way as ContactWay, headPresent: value.headPresent === 'yes' };
    await this.contacts.log(ref, contact, actor, duty.id);
    reply.done(`/cases/${ref}#contacts`, msg('handling.done.log_contact'));
  }

  private misdated({ happenedOn }: ContactForm, duty: Assignment): FieldErrors | null {
    const from = beijingDate(duty.assignedAt);
    const until = beijingDate(this.clock.now());
    if (happenedOn >= from && happenedOn <= until) return null;
    return { happenedOn: msg('errors.ContactOutsideHandling', { from, until }) };
  }

  private show(reply: Reply, record: HandlingCase, duty: Assignment, form: FormView): void {
    const ways = CONTACT_WAYS.map((way) => ({ value: way, text: msg(`handling.contactWay.${way}`) }));
    reply.view('cases/contact-form', {
      pageTitle: msg('handling.contact.title'),
      lead: msg('handling.contact.lead'),
      breadcrumbs: presentCaseCrumbs(record),
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      address: `/cases/${record.ref}/contacts${dutyQuery(duty)}`,
      hidden: [form.field('id')],
      way: form.choice('way', ways),
      happenedOn: form.field('happenedOn'),
      from: beijingDate(duty.assignedAt),
      until: beijingDate(this.clock.now()),
      headPresent: { ...form.field('headPresent'), value: 'yes', checked: form.field('headPresent').value === 'yes' },
      headNeeded: record.round > 1,
      summary: form.field('summary'),
    });
  }
}
