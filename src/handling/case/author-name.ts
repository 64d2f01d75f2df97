import { type Message, msg } from '../../kernel/index.js';

/** Whoever wrote something, and whether the name is kept from the public and from other staff (隐名). */
export interface Named {
  readonly name: string;
  readonly unit: string;
  readonly isHidden: boolean;
}

/** The one place that says what a reader is told of a proposer: name and unit, or that they are not disclosed. */
export function namedFor({ name, unit, isHidden }: Named, knows: boolean): Message {
  return isHidden && !knows ? msg('secrecy.nameless') : msg('secrecy.named', { name, unit });
}
