import { type Message, msg } from '../../kernel/index.js';
import { Secret } from '../../web/index.js';
import { passwordProblem } from '../password-policy.js';

export class NewPasswordForm {
  @Secret({ label: 'identity.password.new', required: true }) newPassword = '';
  @Secret({ label: 'identity.password.again', required: true }) again = '';
}

export class ChangePasswordForm extends NewPasswordForm {
  @Secret({ label: 'identity.password.current', required: true }) currentPassword = '';
}

/** What is wrong with a new password beyond being empty, by field. */
export function problemsOf(form: NewPasswordForm, person: { number: string; name: string }): Record<string, Message> {
  const problem = passwordProblem(form.newPassword, person);
  if (problem) return { newPassword: problem };
  return form.newPassword === form.again ? {} : { again: msg('identity.password.differs') };
}
