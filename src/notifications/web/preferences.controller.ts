import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { AddressBook } from '../../mail/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { PACES, type Paces, Preferences } from '../preferences.js';
import { TOPICS } from '../rules/telling.js';
import { PreferencesForm } from './preferences.form.js';

const ADDRESS = '/me/messages/preferences';
const FIXED = ['own', 'duty', 'committee'];

@Controller('me/messages/preferences')
export class PreferencesController {
  constructor(
    private readonly preferences: Preferences,
    private readonly addresses: AddressBook,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    await this.print(actor, new FormView({ ...(await this.preferences.of(actor.staffId!)) }), reply);
  }

  @Post()
  async choose(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const form = readForm(PreferencesForm, body);
    if (!form.ok) return this.print(actor, new FormView(form.typed, form.errors), reply.status(422));
    await this.preferences.choose(form.value as unknown as Paces, actor);
    reply.done(ADDRESS, msg('notifications.done.preferences'));
  }

  private async print(actor: Actor, form: FormView, reply: Reply): Promise<void> {
    const mail = (await this.addresses.find([actor.staffId!])).get(actor.staffId!)?.mail;
    const paces = PACES.map((pace) => ({ value: pace, text: msg(`notifications.paces.${pace}`) }));
    reply.view('notifications/preferences', {
      pageTitle: msg('notifications.preferences.title'),
      breadcrumbs: [{ text: msg('notifications.title'), href: '/me/messages' }],
      lead: msg('notifications.preferences.lead'),
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      action: ADDRESS,
      address: mail ? msg('notifications.preferences.mail', { mail }) : msg('notifications.preferences.noMail'),
      topics: TOPICS.map((topic) => ({ select: form.choice(topic, paces), label: `notifications.topics.${topic}` })),
      fixed: FIXED.map((name) => msg(`notifications.preferences.fixedItems.${name}`)),
    });
  }
}
