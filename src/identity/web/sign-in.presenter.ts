import { type Message, msg } from '../../kernel/index.js';
import type { FieldView, FormView } from '../../web/index.js';

export function presentSignIn(form: FormView) {
  const parked = form.field('parked').value;
  return {
    pageTitle: msg('identity.signIn.title'),
    ...presentErrors(form),
    parked: parked !== '',
    destination: [
      { name: 'to', value: form.field('to').value },
      { name: 'parked', value: parked },
    ],
    number: form.field('number'),
    password: secret(form, 'password'),
  };
}

/** For the top of the page and for the word before its title. */
export function presentErrors(form: FormView): { errorSummary: { errors: { href: string; text: Message }[] } | null } {
  return { errorSummary: form.errors.length > 0 ? { errors: form.errors } : null };
}

/** A password is never printed back. */
export function secret(form: FormView, name: string): FieldView {
  return { ...form.field(name), value: '' };
}
