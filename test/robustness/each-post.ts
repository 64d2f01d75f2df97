import type { FastifyInstance, FastifyRequest } from 'fastify';

export interface Posted {
  readonly url: string;
  /** As the table of routes names it. */
  readonly route: string;
  /** What was typed and chosen, when it was sent without files. */
  readonly form: URLSearchParams;
  /** Sends the same request to the application and answers with what it said. */
  send(): Promise<Answer>;
}
export interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, unknown>;
  readonly rawPayload: Buffer;
}

const MARK = 'x-rehearsal';

/** Puts a director between a journey and the application: every POST is handed to it, and its answer is what the journey gets. */
export function directEachPost(fastify: FastifyInstance, direct: (posted: Posted) => Promise<Answer | null>): void {
  fastify.addHook('preParsing', async (request, reply, payload) => {
    const { url } = request;
    if (request.method !== 'POST' || request.headers[MARK]) return payload;
    const parts: Buffer[] = [];
    for await (const part of payload) parts.push(part as Buffer);
    const headers = { ...request.headers, [MARK]: '1' };
    const body = Buffer.concat(parts);
    const form = new URLSearchParams(isForm(request) ? body.toString() : '');
    const send = () => fastify.inject({ method: 'POST', url, headers, payload: body });
    const answer = (await direct({ url, route: `POST ${request.routeOptions.url}`, form, send })) ?? (await send());
    void reply.code(answer.statusCode).headers(answer.headers as Record<string, string>);
    return reply.send(answer.rawPayload);
  });
}

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type'] === 'application/x-www-form-urlencoded';
}
