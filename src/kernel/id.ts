import { v7, validate } from 'uuid';

/** A new identifier; sorts by time of creation. */
export function newId(): string {
  return v7();
}

export function isId(text: unknown): text is string {
  return typeof text === 'string' && validate(text);
}
