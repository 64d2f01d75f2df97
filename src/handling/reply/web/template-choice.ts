import { Injectable } from '@nestjs/common';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { FormView, paragraphsOf } from '../../../web/index.js';
import type { Desk } from '../reply-drafts.service.js';
import { TemplateNotFound } from '../reply-template.errors.js';
import { ReplyTemplates } from '../reply-templates.service.js';
import { dutyQuery, withQuery } from '../../duty/web/duty-address.js';
import type { ReplyForm } from './reply.form.js';

/** What comes of choosing a template: the form as it is kept, and what is said about it. */
export interface TemplateEffect {
  readonly form: ReplyForm;
  readonly done: Message;
  readonly address: string;
}

/** Choosing a template while a reply is written: it fills what is empty, and only that. */
@Injectable()
export class TemplateChoice {
  constructor(private readonly templates: ReplyTemplates) {}

  async apply({ record, duty, reply }: Desk, form: ReplyForm): Promise<TemplateEffect> {
    const address = `/cases/${record.ref}/reply${dutyQuery(duty)}`;
    if (form.template === '') return { form, done: msg('templates.done.unchosen'), address };
    const template = await this.templates.find(duty.unitId, form.template);
    if (template.isRetired) throw new TemplateNotFound();
    const text = form.text || (reply?.text ?? '');
    if (text === '')
      return { form: { ...form, text: template.filledFor(record) }, done: msg('templates.done.filled'), address };
    return {
      form: { ...form, text },
      done: msg('templates.done.kept'),
      address: withQuery(address, `template=${template.id}`),
    };
  }

  /** For `replies/templates`: what can be chosen, and the text of the one that was not filled in. */
  async offers({ record, duty }: Desk, offered: unknown, actor: Actor) {
    const templates = await this.templates.inUse(duty.unitId);
    const shown = templates.find(({ id }) => id === offered);
    const options = templates.map(({ id, name }) => ({ value: id, text: name }));
    return {
      choice: options.length > 0 ? new FormView().choice('template', options) : null,
      action: `/cases/${record.ref}/reply/template${dutyQuery(duty)}`,
      manage: actor.is('unit_officer', duty.unitId) ? `/units/${duty.unit.code}/templates` : null,
      offered: shown && {
        title: msg('templates.offered', { name: shown.name }),
        paragraphs: paragraphsOf(shown.filledFor(record)),
      },
    };
  }
}
