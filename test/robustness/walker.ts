import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Scene } from '../support/scene.js';
import { pathsOf } from '../routes/paths.js';
import { READERS } from '../routes/readers.js';
import { readTable } from '../routes/table.js';

export interface Attempt {
  readonly line: string;
  readonly method: string;
  readonly route: string;
  readonly address: string;
  /** Name of a reader who gets as far as anybody. */
  readonly reader: string;
}

/** The best answers first: a form that is asked to be filled in, a step that was refused for now, a step that was done. */
const BEST = [200, 422, 409, 303, 413, 400, 403, 404];
/** Who works there, when several people get the same answer. */
const AT_HOME: Readonly<Record<string, string>> = {
  '/notices': 'publisher',
  '/board': 'chair',
  '/review': 'secretary',
};
/** Scripts read these; no person sees the answer. */
export const FOR_SCRIPTS = [
  'POST /proposals/:ref/autosave',
  'POST /suggestions/:ref/autosave',
  'POST /notices/:id/draft',
];
const LAST = ['/discard', '/withdrawal', '/sessions/end', '/sign-out', '/language'];

/** Every route at every place of the scene, by somebody who may use it. */
export function attemptsOn(scene: Scene): Attempt[] {
  const readers = bestReaders();
  const all = Object.entries(pathsOf(scene)).flatMap(([route, places]) =>
    Object.entries(places).map(([label, address]) => {
      const line = label === '' ? route : `${route} [${label}]`;
      return { line, method: route.split(' ')[0]!, route, address, reader: readers.get(line) ?? 'chair' };
    }),
  );
  return all.toSorted((a, b) => ending(a) - ending(b));
}

function ending({ address }: Attempt): number {
  return LAST.findIndex((end) => address.endsWith(end));
}

function bestReaders(): Map<string, string> {
  const names = Object.keys(READERS);
  const rows = readTable()
    .split('\n')
    .filter((line) => /^(GET|POST) /.test(line));
  return new Map(
    rows.map((row) => {
      const [line, ...cells] = row.split(/ {2,}|(?<=\d) (?=\d)/);
      const statuses = cells.slice(-names.length).map(Number);
      const best = BEST.find((status) => statuses.slice(1).includes(status))!;
      const able = names.filter((_, i) => i > 0 && statuses[i] === best);
      const atHome = Object.entries(AT_HOME).find(([place]) => line!.includes(` ${place}`))?.[1];
      return [line!, atHome && able.includes(atHome) ? atHome : able[0]!];
    }),
  );
}

/** Remembers which fields of a form the application asks for, route by route. */
export class FieldWatch {
  readonly names = new Map<string, Set<string>>();

  readonly prepare = (fastify: FastifyInstance): void => {
    fastify.addHook('preHandler', async (request) => {
      const known = this.of(`${request.method} ${request.routeOptions.url}`);
      const body = (request.body ?? {}) as object;
      request.body = new Proxy(body, {
        get: (target, name) => {
          if (typeof name === 'string') known.add(name);
          return Reflect.get(target, name) as unknown;
        },
      });
    });
  };

  of(route: string): Set<string> {
    const known = this.names.get(route) ?? new Set<string>();
    this.names.set(route, known);
    return known;
  }
}

export type Payload = { readonly body: string | Buffer; readonly type: string | null };

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** One request as its bytes, without a browser's good manners. */
export async function send(
  app: NestFastifyApplication,
  { method, url, token, payload }: { method: string; url: string; token: string | null; payload?: Payload },
): Promise<Answer> {
  const headers: Record<string, string> = { 'sec-fetch-site': 'same-origin', accept: 'text/html' };
  if (token) headers.cookie = `session=${token}`;
  if (payload?.type) headers['content-type'] = payload.type;
  const answer = await app.inject({ method: method as 'GET', url, headers, ...(payload && { payload: payload.body }) });
  return { status: answer.statusCode, type: String(answer.headers['content-type'] ?? ''), text: answer.payload };
}

/** What is wrong with an answer, or null: a failure of ours, or an explanation that nobody can read. */
export function troubleWith({ status, type, text }: Answer, route: string): string | null {
  if (status >= 500) return `${status}`;
  if (status < 400 || FOR_SCRIPTS.includes(route)) return null;
  if (!/\p{Script=Han}/u.test(text)) return `${status} without a Chinese sentence: ${text.slice(0, 80)}`;
  if (type.startsWith('text/html') && /\b(errors|forms)\.[A-Za-z]+[.\w]*/.test(text)) return `${status} shows a key`;
  return null;
}
