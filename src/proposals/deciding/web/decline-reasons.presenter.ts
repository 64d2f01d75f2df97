import { msg } from '../../../kernel/index.js';
import type { FormView } from '../../../web/index.js';
import type { KeptReason } from '../decline-reason-administration.js';

const LIST = '/admin/decline-reasons';
const CRUMBS = [{ text: msg('organization.admin.title'), href: '/admin' }];

export function presentReasons(reasons: readonly KeptReason[], form: FormView): object {
  const title = msg('declineReasons.title');
  return {
    pageTitle: title,
    title,
    breadcrumbs: CRUMBS,
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    rows: reasons.map((reason, i) => presentRow(reason, i + 1, reasons.length)),
    hidden: [{ name: 'id', value: form.field('id').value }],
    zh: form.field('zh'),
    en: form.field('en'),
  };
}

function presentRow({ code, zh, en, active, uses }: KeptReason, place: number, last: number): object {
  const at = `${LIST}/${code}`;
  const step = (noun: string, text: string, hidden: object[] = []) => ({
    action: `${at}/${noun}`,
    text: msg(`declineReasons.${text}`),
    tone: 'text',
    hidden,
  });
  const move = (direction: string, to: number) => step('move', direction, [{ name: 'place', value: String(to) }]);
  return {
    href: at,
    zh,
    en,
    uses: msg('declineReasons.uses', { n: uses }),
    tag: active
      ? { tone: 'good', text: msg('declineReasons.active') }
      : { tone: 'neutral', text: msg('declineReasons.retired') },
    actions: [
      ...(place > 1 ? [move('up', place - 1)] : []),
      ...(place < last ? [move('down', place + 1)] : []),
      active ? step('retirement', 'retire') : step('restoration', 'restore'),
      ...(uses === 0 ? [step('removal', 'remove')] : []),
    ],
  };
}

export function presentReason({ code, uses }: KeptReason, form: FormView): object {
  const title = msg('declineReasons.edit');
  return {
    pageTitle: title,
    title,
    breadcrumbs: [...CRUMBS, { text: msg('declineReasons.title'), href: LIST }],
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    used: uses > 0 ? msg('declineReasons.usedHint', { n: uses }) : null,
    action: `${LIST}/${code}`,
    zh: form.field('zh'),
    en: form.field('en'),
    back: LIST,
  };
}
