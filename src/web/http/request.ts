import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Message } from '../../kernel/index.js';
import type { Locale } from '../views/i18n.js';
import type { Keeping } from '../cache/page-cache.hooks.js';
import type { FlashTone } from './flash.js';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
    /** The signed-in browser session, or null. */
    sessionId: string | null;
    locale: Locale;
    /** Counts and banners of the frame, read before the page is rendered. */
    frame: Record<string, unknown>;
    /** Set while the answer may be kept for other visitors. */
    keeping?: Keeping;
  }
  interface FastifyReply {
    /** Renders a template with the frame around it. */
    view(template: string, model: object): FastifyReply;
    /** Answers 303 to a page that says once what happened. */
    done(address: string, message?: Message, tone?: FlashTone): FastifyReply;
  }
}

export type Request = FastifyRequest;
export type Reply = FastifyReply;
