import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionCookie } from '../http/session-cookie.js';
import { isLocale } from '../views/i18n.js';
import { encodingFor, type KeptPage } from './kept-page.js';
import type { PageCache } from './page-cache.js';

/** What is remembered of a request whose answer may be kept. */
export interface Keeping {
  readonly key: string;
  readonly generation: number;
  wanted: boolean;
  done: (() => void) | null;
}

const LONGEST_ADDRESS = 500;
const LONGEST_WAIT_MS = 3000;

/** Answers visitors from memory before anything else happens, and keeps what was rendered for them. */
export function cachePages(fastify: FastifyInstance, cache: PageCache, sessionCookie: SessionCookie): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (!cache.isInUse || !isPlainVisit(request, sessionCookie)) return undefined;
    const key = keyOf(request);
    const page = cache.find(key) ?? (await pageOfAnother(cache, key));
    if (page) return answer(page, request, reply);
    Object.assign(request, { keeping: { key, generation: cache.generation, wanted: false, done: null } });
    return undefined;
  });

  fastify.addHook('onSend', async (request, reply, payload) => {
    const { keeping } = request;
    if (!keeping?.wanted || !isKeepable(reply, payload)) return payload;
    const type = String(reply.getHeader('content-type') ?? 'text/html; charset=utf-8');
    const page = cache.keep(keeping.key, type, Buffer.from(payload), keeping.generation);
    keeping.done?.();
    return page ? bodyOf(page, request, reply) : payload;
  });

  fastify.addHook('onResponse', async (request) => request.keeping?.done?.());
  fastify.addHook('onRequestAbort', async (request) => request.keeping?.done?.());
}

/** A GET of somebody who has neither a session nor a message waiting. */
function isPlainVisit(request: FastifyRequest, sessionCookie: SessionCookie): boolean {
  return (
    request.method === 'GET' &&
    request.url.length <= LONGEST_ADDRESS &&
    sessionCookie.read(request) === undefined &&
    request.cookies.flash === undefined
  );
}

function keyOf(request: FastifyRequest): string {
  const wished = request.cookies.language;
  return `${isLocale(wished) ? wished : 'zh'} ${request.url}`;
}

/** On a busy day a hundred people ask for a page that has just changed: one rendering serves them all. */
async function pageOfAnother(cache: PageCache, key: string): Promise<KeptPage | null> {
  const other = cache.rendered(key);
  if (!other) return null;
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([other, new Promise((resolve) => (timer = setTimeout(resolve, LONGEST_WAIT_MS)))]);
  clearTimeout(timer);
  return cache.find(key);
}

function answer(page: KeptPage, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!page.isKnownBy(request.headers['if-none-match']))
    return reply.type(page.type).send(bodyOf(page, request, reply));
  setHeaders(page, reply);
  return reply.status(304).send();
}

function bodyOf(page: KeptPage, request: FastifyRequest, reply: FastifyReply): Buffer {
  const encoding = encodingFor(request.headers['accept-encoding']);
  setHeaders(page, reply);
  if (encoding) reply.header('content-encoding', encoding);
  reply.removeHeader('content-length');
  return page.body(encoding);
}

function setHeaders(page: KeptPage, reply: FastifyReply): void {
  reply.header('etag', page.etag);
  reply.header('cache-control', 'public, max-age=0, must-revalidate');
  reply.header('vary', 'cookie, accept-encoding');
}

function isKeepable(reply: FastifyReply, payload: unknown): payload is string | Buffer {
  return (
    reply.statusCode === 200 &&
    reply.getHeader('set-cookie') === undefined &&
    reply.getHeader('content-encoding') === undefined &&
    (typeof payload === 'string' || Buffer.isBuffer(payload))
  );
}
