export const PAGE_SIZE = 20;
const LAST_PAGE = 10_000;

export interface PageRequest {
  readonly number: number;
  readonly size: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly number: number;
  readonly pages: number;
}

/** Reads `?page=`; anything that is not a page number is page 1. */
export function pageRequest(text: unknown, size = PAGE_SIZE): PageRequest {
  const number = typeof text === 'string' && /^[1-9]\d{0,4}$/.test(text) ? Math.min(Number(text), LAST_PAGE) : 1;
  return { number, size };
}

export function pageOf<T>(items: readonly T[], total: number, request: PageRequest): Page<T> {
  return { items, total, number: request.number, pages: Math.max(1, Math.ceil(total / request.size)) };
}
