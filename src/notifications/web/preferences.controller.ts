import { Body, Controller, Get, Post, Render, Res } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import { AddressBook } from '../../mail/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { Preferences } from '../preferences.js';
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
  @Render('notifications/preferences')
  async show(@CurrentActor() actor: Actor): Promise<object> {
    const staffId = actor.staffId!;
    const topics = [...(await this.preferences.byMail(staffId))];
    const mail = (await this.addresses.find([staffId])).get(staffId)?.mail;
    const options = TOPICS.map((topic) => ({ value: topic, text: msg(`notifications.topics.${topic}`) }));
    return {
      pageTitle: msg('notifications.preferences.title'),
      breadcrumbs: [{ text: msg('notifications.title'), href: '/me/messages' }],
      lead: msg('notifications.preferences.lead'),
      action: ADDRESS,
      address: mail ? msg('notifications.preferences.mail', { mail }) : msg('notifications.preferences.noMail'),
      topics: new FormView({ topics }).choice('topics', options),
      fixed: FIXED.map((name) => msg(`notifications.preferences.fixedItems.${name}`)),
    };
  }

  @Post()
  async choose(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const form = readForm(PreferencesForm, body);
    await this.preferences.choose(form.ok ? form.value.topics : [], actor);
    reply.done(ADDRESS, msg('notifications.done.preferences'));
  }
}
