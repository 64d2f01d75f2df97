import type { Request } from '../../web/index.js';

/** The page's script saves while somebody types: it wants no page in answer. */
export function isAskedByScript({ headers }: Request): boolean {
  return String(headers.accept ?? '').includes('application/json');
}
