import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { isDatabaseAway } from '../../database/index.js';
import { DomainError, type ErrorKind, type Message, msg } from '../../kernel/index.js';
import { paragraphsOf } from '../views/prose.js';
import { plainPage } from './plain-page.js';
import type { Reply, Request } from './request.js';
import { SignInNeeded } from './sign-in.guard.js';
import { pageBefore, typedProse } from './typed-prose.js';
import { isBrokenForm } from './uploads.js';

const STATUS: Record<ErrorKind, number> = {
  absent: 404,
  forbidden: 403,
  conflict: 409,
  gone: 410,
  invalid: 422,
  tooMany: 429,
  tooLarge: 413,
};
const KNOWN = [400, 403, 404, 405, 409, 410, 413, 415, 422, 429, 503];

/** The only place where an error becomes a page. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Error');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const reply = host.switchToHttp().getResponse<Reply>();
    if (reply.sent || reply.raw.headersSent) return;
    if (request.raw.errored && !request.raw.complete) return; // whoever asked has hung up
    if (error instanceof SignInNeeded) return this.sendToSignIn(error, reply);
    if (error instanceof DomainError)
      return this.show(reply, STATUS[error.kind], error.explanation, error.details, request);
    const status = statusOf(error);
    if (status >= 500)
      this.logger.error(`${request.method} ${request.url}`, error instanceof Error ? error.stack : String(error));
    const known = KNOWN.includes(status) ? status : status < 500 ? 400 : 500;
    this.show(reply, known, msg(`errors.status.${known}`), [], request);
  }

  private sendToSignIn(error: SignInNeeded, reply: Reply): void {
    const query = new URLSearchParams(error.parked ? { parked: error.parked } : { to: error.returnTo });
    reply.redirect(`/sign-in?${query}`, 303);
  }

  private show(
    reply: Reply,
    status: number,
    explanation: Message,
    details: readonly Message[],
    request: Request,
  ): void {
    reply.status(status).header('cache-control', 'no-store');
    if (!wantsHtml(request)) {
      reply.type('text/plain; charset=utf-8').send(explanation.key);
      return;
    }
    try {
      const pageTitle = headingOf(status, request);
      reply.view('errors/error', { pageTitle, status, explanation, details, ...wayOn(request, explanation) });
    } catch (error) {
      this.logger.error('the error page itself', error instanceof Error ? error.stack : String(error));
      reply.status(500).type('text/html; charset=utf-8').send(plainPage(500));
    }
  }
}

/** Nothing was left undone where somebody only wanted to read. */
function headingOf(status: number, { method }: Request): Message {
  if (status === 404) return msg('errors.notFound', { status });
  return msg(status === 403 && method === 'GET' ? 'errors.closed' : 'errors.title', { status });
}

/** What was typed is not lost, and the page before is one step away; nothing that another site sent is shown. */
function wayOn(request: Request, { key }: Message): object {
  if (key === 'errors.ForeignOrigin') return {};
  return { typed: typedProse(request).map((text) => ({ paragraphs: paragraphsOf(text) })), back: pageBefore(request) };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (isBrokenForm(error)) return 400;
  if (isDatabaseAway(error)) return 503;
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

function wantsHtml(request: Request): boolean {
  return !request.url.startsWith('/api/') && request.locale !== undefined && request.actor !== undefined;
}
