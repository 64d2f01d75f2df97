import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { type Actor, type Message, msg } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { Congresses } from '../congresses.js';
import { CongressAdministration } from '../congress-administration.js';
import type { CongressSession, SessionDates } from '../congress-session.entity.js';
import { KeptCongresses } from '../kept-congresses.js';
import { presentSession } from './congress-admin.presenter.js';
import { SessionDatesForm } from './congress.form.js';
import { SettingsForm, settingsOf, typedOf } from './settings.form.js';

@Controller('admin/congress/sessions/:id')
export class SessionAdminController {
  constructor(
    private readonly kept: KeptCongresses,
    private readonly congresses: Congresses,
    private readonly administration: CongressAdministration,
  ) {}

  @Get()
  async show(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const session = await this.kept.session(id, actor);
    reply.view(
      'congress/admin-session',
      presentSession(session, await this.congresses.mainCongressId(), datesView(session), settingsView(session)),
    );
  }

  @Post('dates')
  async setDates(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const session = await this.kept.session(id, actor);
    const form = readForm(SessionDatesForm, body);
    const errors = form.ok ? problemsOf(form.value) : form.errors;
    if (!form.ok || Object.keys(errors).length > 0) {
      const typed = form.ok ? { ...form.value } : form.typed;
      const page = presentSession(
        session,
        await this.congresses.mainCongressId(),
        new FormView(typed, errors),
        settingsView(session),
      );
      return void reply.status(422).view('congress/admin-session', page);
    }
    await this.administration.setDates(id, datesOf(form.value), actor);
    return void reply.done(`/admin/congress/sessions/${id}`, msg('congress.done.dates'));
  }

  @Post('settings')
  async choose(@Param('id') id: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const session = await this.kept.session(id, actor);
    const form = readForm(SettingsForm, body);
    if (!form.ok) {
      const page = presentSession(
        session,
        await this.congresses.mainCongressId(),
        datesView(session),
        new FormView(form.typed, form.errors),
      );
      return void reply.status(422).view('congress/admin-session', page);
    }
    await this.administration.choose(id, settingsOf(form.value), actor);
    return void reply.done(`/admin/congress/sessions/${id}`, msg('congress.done.settings'));
  }

  @Post('open')
  async open(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    await this.kept.session(id, actor);
    await this.administration.take('open', id, actor);
    reply.done(`/admin/congress/sessions/${id}`, msg('congress.done.open'));
  }
}

function datesView({ dates }: CongressSession): FormView {
  return new FormView(Object.fromEntries(Object.entries(dates).map(([name, date]) => [name, date ?? ''])));
}

function settingsView({ settings }: CongressSession): FormView {
  return new FormView(typedOf(settings));
}

/** Both ends of a span or neither, and in their order; a form without any date is a mistake and clears nothing. */
function problemsOf({ windowFrom, windowUntil, heldFrom, heldUntil }: SessionDatesForm): Record<string, Message> {
  const problem = (from: string, until: string, name: string): Record<string, Message> => {
    if ((from === '') !== (until === '')) return { [name]: msg('congress.session.bothOrNone') };
    return until < from ? { [name]: msg('congress.session.endsBefore') } : {};
  };
  if ([windowFrom, windowUntil, heldFrom, heldUntil].every((date) => date === ''))
    return { windowFrom: msg('sessions.noDates') };
  return { ...problem(windowFrom, windowUntil, 'windowUntil'), ...problem(heldFrom, heldUntil, 'heldUntil') };
}

function datesOf(form: SessionDatesForm): SessionDates {
  const { windowFrom, windowUntil, heldFrom, heldUntil } = form;
  return {
    windowFrom: windowFrom || null,
    windowUntil: windowUntil || null,
    heldFrom: heldFrom || null,
    heldUntil: heldUntil || null,
  };
}
