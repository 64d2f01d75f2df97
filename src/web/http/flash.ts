import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Message } from '../../kernel/index.js';

const TONES = ['good', 'info', 'bad'] as const;
export type FlashTone = (typeof TONES)[number];

export interface Flash {
  readonly tone: FlashTone;
  readonly text: Message;
}

const COOKIE = 'flash';

/** A message for the next page only; it travels in a cookie and is printed escaped. */
export function leaveFlash(reply: FastifyReply, flash: Flash): void {
  reply.setCookie(COOKIE, Buffer.from(JSON.stringify(flash)).toString('base64url'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
  });
}

export function takeFlash(request: FastifyRequest, reply: FastifyReply): Flash | null {
  const cookie = request.cookies[COOKIE];
  if (!cookie) return null;
  reply.clearCookie(COOKIE, { path: '/' });
  try {
    const flash: unknown = JSON.parse(Buffer.from(cookie, 'base64url').toString());
    return isFlash(flash) ? flash : null;
  } catch {
    return null;
  }
}

/** The cookie comes from outside: only what `leaveFlash` could have written is printed. */
function isFlash(value: unknown): value is Flash {
  const { tone, text } = (value ?? {}) as Partial<Record<string, unknown>>;
  return TONES.includes(tone as FlashTone) && isMessage(text);
}

function isMessage(value: unknown): boolean {
  const { key, params = {} } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (typeof key !== 'string' || typeof params !== 'object' || params === null) return false;
  return Object.values(params).every((param) => typeof param === 'string' || typeof param === 'number');
}
