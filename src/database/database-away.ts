/** Connections that break, are refused or are not answered; PostgreSQL that starts, stops or was stopped. */
const CODES = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|08\w{3}|57P0[1-5]|53300)$/;
const SENTENCES =
  /connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/i;

/** Whether something failed because the database does not answer now: nobody's mistake, and it passes. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && syscall !== 'connect') return false; // a missing file, and not a missing socket
  return CODES.test(code ?? '') || SENTENCES.test(message ?? '');
}
