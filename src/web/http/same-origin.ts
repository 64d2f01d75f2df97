import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/index.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A form that was sent from another site. */
export class ForeignOrigin extends DomainError {
  readonly kind = 'forbidden';

  constructor() {
    super('the request did not come from this site');
  }
}

/** Refuses unsafe requests that another site sent: by Sec-Fetch-Site, or by Origin where the browser does not tell. */
export function requireSameOrigin(request: FastifyRequest, baseUrl: string): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  if (site === undefined && isOwnOrigin(request, baseUrl)) return;
  throw new ForeignOrigin();
}

function isOwnOrigin(request: FastifyRequest, baseUrl: string): boolean {
  const { origin, host } = request.headers;
  if (!origin || !URL.canParse(origin)) return false;
  return origin === new URL(baseUrl).origin || new URL(origin).host === host;
}
