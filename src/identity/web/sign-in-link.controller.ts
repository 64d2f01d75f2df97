import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { msg } from '../../kernel/index.js';
import { FormView, Line, Public, readForm, type Reply, type Request } from '../../web/index.js';
import { SHORTEST_PASSWORD } from '../password-policy.js';
import { SignInLinks } from '../sign-in-links.js';
import { Arrival } from './arrival.js';
import { NewPasswordForm, problemsOf } from './new-password.form.js';
import { presentErrors, secret } from './sign-in.presenter.js';

class LinkForm {
  @Line({ label: 'identity.number', required: true, max: 40 }) number = '';
}

/** Opening a link changes nothing: mail scanners open them too. */
@Controller('sign-in/link')
@Public()
export class SignInLinkController {
  constructor(
    private readonly links: SignInLinks,
    private readonly arrival: Arrival,
  ) {}

  @Get()
  show(@Res() reply: Reply): void {
    reply.view('identity/link', presentLink(new FormView()));
  }

  @Post()
  async ask(@Body() body: unknown, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    const form = readForm(LinkForm, body);
    if (!form.ok)
      return void reply.status(422).view('identity/link', presentLink(new FormView(form.typed, form.errors)));
    await this.links.ask(form.value.number, request.ip);
    reply.done('/sign-in/link/sent');
  }

  @Get('sent')
  showSent(@Res() reply: Reply): void {
    reply.view('identity/link-sent', { pageTitle: msg('identity.link.sent.title') });
  }

  @Get(':token')
  async open(@Param('token') token: string, @Res() reply: Reply): Promise<void> {
    const holder = await this.links.holderOf(token);
    reply.view('identity/new-password', presentNewPassword(token, holder, new FormView()));
  }

  @Post(':token')
  async use(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    const holder = await this.links.holderOf(token);
    const form = readForm(NewPasswordForm, body);
    const problems = form.ok ? problemsOf(form.value, holder) : form.errors;
    if (!form.ok || Object.keys(problems).length > 0) {
      const page = presentNewPassword(token, holder, new FormView({}, problems));
      return void reply.status(422).view('identity/new-password', page);
    }
    const staffId = await this.links.use(token, form.value.newPassword);
    await this.arrival.letIn(staffId, { to: '/', parked: '' }, request, reply);
  }
}

function presentLink(form: FormView) {
  return { pageTitle: msg('identity.link.title'), ...presentErrors(form), number: form.field('number') };
}

function presentNewPassword(token: string, holder: { number: string; name: string }, form: FormView) {
  return {
    pageTitle: msg('identity.password.title'),
    ...presentErrors(form),
    action: `/sign-in/link/${token}`,
    holder: msg('identity.link.holder', { name: holder.name, number: holder.number }),
    username: holder.number,
    lead: msg('identity.password.rules', { min: SHORTEST_PASSWORD }),
    newPassword: secret(form, 'newPassword'),
    again: secret(form, 'again'),
  };
}
