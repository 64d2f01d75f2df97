import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Settings } from '../../config/index.js';
import { Actor } from '../../kernel/index.js';
import { cachePages } from '../cache/page-cache.hooks.js';
import { PageCache } from '../cache/page-cache.js';
import { Chrome } from '../views/chrome.js';
import { Pages } from '../views/pages.js';
import { isLocale } from '../views/i18n.js';
import { Doorkeeper } from './doorkeeper.js';
import { ErrorFilter } from './error.filter.js';
import { comesFromAnywhere } from './from-anywhere.decorator.js';
import { leaveFlash } from './flash.js';
import { requireReadableAddress } from './readable-address.js';
import { requireSameOrigin } from './same-origin.js';
import { SECURITY_HEADERS } from './security-headers.js';
import { SessionCookie } from './session-cookie.js';
import { removeUploads, receiveUpload } from './uploads.js';
import { takeOutZeros } from './without-zeros.js';

const MOST_FIELDS = 1000;
/** More than a record may have, so that a form with too many comes back with its text. */
const MOST_FILES = 50;
const LONGEST_FIELD_BYTES = 1024 * 1024;

/** Plugins, hooks and reply methods of every request, in the order in which they act. */
export async function configureWeb(app: NestFastifyApplication): Promise<void> {
  const settings = app.get(Settings);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await app.register(helmet, SECURITY_HEADERS);
  await app.register(cookie);
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    throwFileSizeLimit: false,
    onFile(this: FastifyRequest, part) {
      return receiveUpload(this, part);
    },
    limits: {
      fileSize: settings.uploadMegabytes * 1024 * 1024,
      files: MOST_FILES,
      fields: MOST_FIELDS,
      fieldSize: LONGEST_FIELD_BYTES,
    },
  });
  app.useGlobalFilters(new ErrorFilter());
  decorate(fastify, app.get(Pages));
  cachePages(fastify, app.get(PageCache), app.get(SessionCookie));
  admitEverybody(fastify, app, settings);
  fastify.addHook('preHandler', takeOutZeros);
  fastify.addHook('onResponse', removeUploads);
  fastify.addHook('onRequestAbort', removeUploads);
}

function decorate(fastify: FastifyInstance, pages: Pages): void {
  fastify.decorateReply('view', function (template: string, model: object) {
    return this.type('text/html; charset=utf-8').send(pages.render(template, model, this.request, this));
  });
  fastify.decorateReply('done', function (address, message, tone = 'good') {
    if (message) leaveFlash(this, { tone, text: message });
    return this.redirect(address, 303);
  });
}

function admitEverybody(fastify: FastifyInstance, app: NestFastifyApplication, settings: Settings): void {
  const doorkeeper = app.get(Doorkeeper);
  const chrome = app.get(Chrome);
  const cookie = app.get(SessionCookie);
  fastify.addHook('onRequest', async (request, reply) => {
    const wished = request.cookies.language;
    Object.assign(request, {
      actor: Actor.visitor(),
      sessionId: null,
      frame: {},
      locale: isLocale(wished) ? wished : 'zh',
    });
    if (request.url.startsWith('/assets/') || request.url.startsWith('/health/')) return;
    requireReadableAddress(request.url);
    if (!comesFromAnywhere(request)) requireSameOrigin(request, settings.baseUrl);
    reply.header('cache-control', 'no-store');
    const admission = await doorkeeper.admit(cookie.read(request));
    const locale = isLocale(wished) ? wished : (admission.locale ?? 'zh');
    Object.assign(request, { actor: admission.actor, sessionId: admission.sessionId, locale });
    if (request.method === 'GET' || request.method === 'POST') request.frame = await chrome.read(admission.actor);
  });
}
