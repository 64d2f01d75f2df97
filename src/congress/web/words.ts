import { type Message, msg } from '../../kernel/index.js';
import type { FormView } from '../../web/index.js';
import type { SessionStatus } from '../session-status.js';

const TONES: Record<SessionStatus, string> = {
  preparing: 'wait',
  open: 'good',
  closed: 'neutral',
  archived: 'neutral',
};

export function statusTag(status: SessionStatus): { tone: string; text: Message } {
  return { tone: TONES[status], text: msg(`congress.status.${status}`) };
}

export function presentErrors(form: FormView): { errorSummary: { errors: { href: string; text: Message }[] } | null } {
  return { errorSummary: form.errors.length > 0 ? { errors: form.errors } : null };
}
