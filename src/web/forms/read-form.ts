import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Message } from '../../kernel/index.js';

export type Typed = Readonly<Record<string, string | readonly string[]>>;
export type FieldErrors = Readonly<Record<string, Message>>;

export type FormResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly typed: Typed; readonly errors: FieldErrors };

/**
 * Turns a body into a value of the form's class, or into what was typed with an error per field. Fields that the class does not
 * declare are dropped; declared fields that were not sent are empty.
 */
export function readForm<T extends object>(form: ClassConstructor<T>, body: unknown): FormResult<T> {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const names = Object.keys(new form());
  const value = plainToInstance(form, Object.fromEntries(names.map((name) => [name, sent[name] ?? ''])));
  const problems = validateSync(value);
  if (problems.length === 0) return { ok: true, value };
  const errors = Object.fromEntries(
    problems.map(({ property, constraints }) => [property, JSON.parse(Object.values(constraints!)[0]!) as Message]),
  );
  return { ok: false, typed: value as unknown as Typed, errors };
}
