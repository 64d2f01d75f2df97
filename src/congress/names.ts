import { type Message, msg } from '../kernel/index.js';

const LARGEST_NUMERAL = 20;

/** 第八届 */
export function termName(term: { number: number }): Message {
  return msg('congress.termName', { term: numeral(term.number) });
}

/** 第八届第三次 */
export function sessionName({ term, number }: { term: { number: number }; number: number }): Message {
  return msg('congress.sessionName', {
    term: numeral(term.number),
    session: numeral(number),
  });
}

/** The same among sessions of several congresses: another than the school's own is named too. */
export function sessionNameAmong(session: {
  readonly term: { readonly number: number; readonly congress: { readonly name: string } };
  readonly number: number;
  readonly isOfSchool: boolean;
}): Message {
  if (session.isOfSchool) return sessionName(session);
  const { term, number } = session;
  return msg('congress.sessionNameOf', {
    congress: term.congress.name,
    term: numeral(term.number),
    session: numeral(number),
  });
}

/** The two numbers for a longer text about a session: 八, 三. */
export function sessionNumbers({ term, number }: { term: { number: number }; number: number }): {
  term: string;
  number: string;
} {
  return { term: numeral(term.number), number: numeral(number) };
}

/** A number in words where the reader's language wants it so. */
export function numeral(number: number): string {
  return number <= LARGEST_NUMERAL ? `@congress.numeral.${number}` : String(number);
}
