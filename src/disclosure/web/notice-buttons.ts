import { type Message, msg } from '../../kernel/index.js';
import type { FieldView, FormView } from '../../web/index.js';
import type { Notice } from '../notice.entity.js';
import type { NoticePolicy } from '../notice.policy.js';
import type { NoticeAction } from '../notice-workflow.js';
import type { PlainStep } from '../notices.service.js';

interface Button {
  /** The last part of the address to which it posts. */
  readonly noun: string;
  readonly tone: 'primary' | 'secondary' | 'danger';
  /** Whether a reason is asked for. */
  readonly reason?: true;
  readonly confirm?: true;
}

type ButtonAction = Exclude<NoticeAction, 'edit' | 'supersede' | 'post_result'>;

export const BUTTON: Record<ButtonAction, Button> = {
  submit: { noun: 'submission', tone: 'primary' },
  approve: { noun: 'approval', tone: 'primary' },
  clear: { noun: 'clearance', tone: 'primary' },
  publish: { noun: 'publication', tone: 'primary', confirm: true },
  recall: { noun: 'recall', tone: 'secondary' },
  revise: { noun: 'revision', tone: 'secondary' },
  discard: { noun: 'discarding', tone: 'danger', confirm: true },
  doubt: { noun: 'doubt', tone: 'secondary', reason: true },
  return_by_head: { noun: 'return-by-head', tone: 'secondary', reason: true },
  block: { noun: 'blocking', tone: 'danger', reason: true },
  return_by_office: { noun: 'return-by-office', tone: 'secondary', reason: true },
  withdraw: { noun: 'withdrawal', tone: 'danger', reason: true },
};

/** The plain step behind an address, with whether it needs a reason. */
export const STEP_OF_NOUN = new Map<string, { step: PlainStep; reason: boolean }>(
  Object.entries(BUTTON)
    .filter(([action]) => action !== 'publish' && action !== 'revise')
    .map(([action, { noun, reason }]) => [noun, { step: action as PlainStep, reason: reason ?? false }]),
);

export interface ActionView {
  readonly action: string;
  readonly text: Message;
  readonly tone: string;
  readonly missing: readonly Message[];
  readonly confirm: Message | null;
}

export interface ReasonFormView {
  readonly action: string;
  readonly text: Message;
  readonly hint: string;
  readonly tone: string;
  readonly field: FieldView;
  readonly open: boolean;
}

/** The field of a reason is named after its step: several such forms stand on one page. */
export const reasonField = (noun: string) => `reason-${noun}`;

export function presentActions(notice: Notice, policy: NoticePolicy): ActionView[] {
  return offered(notice, policy)
    .filter((action) => !BUTTON[action].reason)
    .map((action) => ({
      action: `/notices/${notice.id}/${BUTTON[action].noun}`,
      text: msg(`disclosure.button.${action}`),
      tone: BUTTON[action].tone,
      missing: notice.missing(action),
      confirm: BUTTON[action].confirm ? msg(`disclosure.confirm.${action}`) : null,
    }));
}

export function presentReasonForms(notice: Notice, policy: NoticePolicy, form: FormView): ReasonFormView[] {
  return offered(notice, policy)
    .filter((action) => BUTTON[action].reason)
    .map((action) => {
      const { noun, tone } = BUTTON[action];
      const field = form.field(reasonField(noun));
      const text = msg(`disclosure.button.${action}`);
      const hint = `disclosure.reasonHint.${action}`;
      return { action: `/notices/${notice.id}/${noun}`, text, hint, tone, field, open: field.error !== null };
    });
}

function offered(notice: Notice, policy: NoticePolicy): ButtonAction[] {
  const offers = policy.offers(notice);
  return (Object.keys(BUTTON) as ButtonAction[]).filter((action) => offers.includes(action));
}
