import type { FastifyRequest } from 'fastify';

/** PostgreSQL stores no zero character and nobody types one: it is taken out of everything that comes in. */
export async function takeOutZeros(request: FastifyRequest): Promise<void> {
  const { params, query, body } = request;
  for (const part of [params, query, body]) if (isRecord(part)) clean(part);
}

function clean(part: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(part)) {
    if (typeof value === 'string' && value.includes('\0')) part[name] = value.replaceAll('\0', '');
    else if (isRecord(value)) clean(value);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
