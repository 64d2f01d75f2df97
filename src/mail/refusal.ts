import type { NodemailerError } from 'nodemailer';

/** The server refused this mail for good (5xx to the recipient or to the content). Refusing our name or our sender is ours to repair: wait. */
export function isRefused(error: unknown): boolean {
  return isMailboxRefused(error) || (isPermanent(error) && (error as NodemailerError).command === 'DATA');
}

/** The server says for good that there is no such mailbox. */
export function isMailboxRefused(error: unknown): boolean {
  return isPermanent(error) && (error as NodemailerError).command === 'RCPT TO';
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
}

function isPermanent(error: unknown): boolean {
  const code = (error as Partial<NodemailerError> | null)?.responseCode;
  return code !== undefined && code >= 500 && code < 600;
}
