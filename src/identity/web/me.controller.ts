import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock, isId, msg } from '../../kernel/index.js';
import {
  CurrentActor,
  FormView,
  isLocale,
  readForm,
  rememberLanguage,
  type Reply,
  type Request,
} from '../../web/index.js';
import { Accounts } from '../accounts.js';
import { Duties } from '../duties.js';
import { MePages } from '../me-pages.js';
import { PasswordChanges } from '../password-changes.js';
import { Sessions } from '../sessions.js';
import { SignIns } from '../sign-ins.js';
import { presentMe, presentPassword } from './me.presenter.js';
import { ChangePasswordForm, problemsOf } from './new-password.form.js';

@Controller('me')
export class MeController {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly duties: Duties,
    private readonly pages: MePages,
    private readonly passwords: PasswordChanges,
    private readonly sessions: Sessions,
    private readonly signIns: SignIns,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    const [holder, duties, sessions] = await Promise.all([
      this.accounts.holderById(actor.staffId!),
      this.duties.of(actor.staffId!),
      this.sessions.list(actor.staffId!),
    ]);
    const { sessionId, locale } = request;
    const today = beijingDate(this.clock.now());
    const facts = { actor, mail: holder?.mail ?? null, duties, sessions, sessionId, language: locale, today };
    reply.view('me/show', presentMe({ ...facts, pages: this.pages.list() }));
  }

  @Post('language')
  async speak(@Body() body: Record<string, unknown> | undefined, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    const language = body?.language;
    if (!isLocale(language)) return reply.done('/me');
    await this.accounts.speak(actor.staffId!, language);
    rememberLanguage(reply, language);
    return reply.done('/me', msg('identity.me.spoken'));
  }

  @Post('sessions/end')
  async endOthers(@CurrentActor() actor: Actor, @Req() { sessionId }: Request, @Res() reply: Reply): Promise<void> {
    await this.sessions.endAll(actor.staffId!, this.db.manager, sessionId);
    reply.done('/me', msg('identity.me.endedOthers'));
  }

  @Post('sessions/:id/end')
  async end(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    if (isId(id)) await this.sessions.endOwn(id, actor.staffId!);
    reply.done('/me', msg('identity.me.ended'));
  }

  @Get('password')
  async showPassword(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    reply.view('me/password', presentPassword(new FormView(), await this.hasPassword(actor)));
  }

  @Post('password')
  async changePassword(
    @Body() body: unknown,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    const person = { staffId: actor.staffId!, number: actor.number!, name: actor.name };
    const form = readForm(ChangePasswordForm, body);
    if (!form.ok) return this.refuse(reply, actor, new FormView({}, form.errors));
    const problems = problemsOf(form.value, person);
    if (Object.keys(problems).length > 0) return this.refuse(reply, actor, new FormView({}, problems));
    const attempt = await this.signIns.attempt(person.number, form.value.currentPassword, request.ip);
    if (!attempt.ok) {
      const refusal = attempt.locked ? attempt.refusal : msg('identity.password.currentWrong');
      return this.refuse(reply, actor, new FormView({}, { currentPassword: refusal }));
    }
    const { newPassword } = form.value;
    await this.db.transaction((tx) => this.passwords.change(person, newPassword, 'person', request.sessionId, tx));
    reply.done('/me', msg('identity.password.changed'));
  }

  private async refuse(reply: Reply, actor: Actor, form: FormView): Promise<void> {
    reply.status(422).view('me/password', presentPassword(form, await this.hasPassword(actor)));
  }

  private async hasPassword(actor: Actor): Promise<boolean> {
    return (await this.accounts.holderById(actor.staffId!))!.passwordHash !== null;
  }
}
