import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { type Actor, msg } from '../../kernel/index.js';
import {
  CurrentActor,
  FormView,
  localPath,
  Public,
  readForm,
  type Reply,
  type Request,
  SessionCookie,
} from '../../web/index.js';
import { Sessions } from '../sessions.js';
import { SignIns } from '../sign-ins.js';
import { addressOf, Arrival, type Destination } from './arrival.js';
import { SignInForm } from './sign-in.form.js';
import { presentSignIn } from './sign-in.presenter.js';

@Controller()
@Public()
export class SignInController {
  constructor(
    private readonly signIns: SignIns,
    private readonly sessions: Sessions,
    private readonly arrival: Arrival,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('sign-in')
  show(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor, @Res() reply: Reply): void {
    const destination = destinationOf(query);
    if (!actor.isVisitor) return void reply.done(addressOf(destination));
    reply.view('identity/sign-in', presentSignIn(new FormView({ ...destination })));
  }

  @Post('sign-in')
  async signIn(@Body() body: unknown, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    const form = readForm(SignInForm, body);
    if (!form.ok)
      return void reply.status(422).view('identity/sign-in', presentSignIn(new FormView(form.typed, form.errors)));
    const { number, password, ...destination } = form.value;
    const attempt = await this.signIns.attempt(number, password, request.ip);
    if (attempt.ok) return this.arrival.letIn(attempt.staffId, destination, request, reply);
    const refused = new FormView({ number, ...destination }, { number: attempt.refusal });
    reply.status(attempt.locked ? 429 : 422).view('identity/sign-in', presentSignIn(refused));
  }

  @Post('sign-out')
  async signOut(@Req() request: Request, @Res() reply: Reply): Promise<void> {
    if (request.sessionId) await this.sessions.end(request.sessionId);
    this.cookie.takeBack(reply);
    reply.done('/', msg('identity.signIn.out'));
  }
}

function destinationOf(query: Record<string, unknown>): Destination {
  const { to, parked } = query;
  return { to: localPath(to), parked: typeof parked === 'string' ? parked : '' };
}
