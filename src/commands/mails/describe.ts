import { REMINDER_KINDS, SILENT, STILL_TO_DO, type Telling, WHO_IS_TOLD } from '../../notifications/index.js';
import { PROMISED_MAILS } from './promised.js';

interface Line {
  readonly event: string;
  readonly telling: Telling;
}

const HEAD = `# Mails and messages

Written by \`npm run cli -- mails\` from the tables in the code; a test fails when this page and the code differ.

Every message stands on the site (\`/me/messages\`); all but the switched-off optional ones are mails too. Each is told once per person and event (a constraint), in the transaction of its event. At the moment of sending each is checked again:
the person has not left, may still read the matter, and – where the table says *until done* – has not done yet what it asks for. Its link leads through \`/me/messages/…\`, which asks for sign-in first and then opens the page where it is done
(\`test/notifications/links.e2e.spec.ts\` follows all of them). Optional ones come at once, in a daily or weekly digest, or not at all (decision 0091); mandatory ones always come.
`;

const PROMISE_HEAD = `## The list of domain.md §3.3

| Point | Kinds | Shown by |
|---|---|---|`;

const TABLE_HEAD = `## Every message

| Kind | Because of | To | Mandatory | Deadline | Checked again |
|---|---|---|---|---|---|`;

const REMINDER_HEAD = `## Reminders

Every working morning at 08:30, once per person, stage and due day; a morning without a worker is made up. They are mandatory and carry their day.

| Kind | Checked again |
|---|---|`;

const SILENT_HEAD = `## Steps that tell nobody

| Step | Why |
|---|---|`;

/** The page of all mails. */
export function describeMails(): string {
  const promised = PROMISED_MAILS.map(({ point, kinds, test }) => row(point, kinds.map(code).join(' '), code(test)));
  const reminders = REMINDER_KINDS.map((kind) => row(code(kind), checkOf(kind)));
  const silent = Object.entries(SILENT).map(([step, why]) => row(code(step), why));
  return (
    [
      HEAD,
      [PROMISE_HEAD, ...promised].join('\n'),
      [TABLE_HEAD, ...messages()].join('\n'),
      [REMINDER_HEAD, ...reminders].join('\n'),
      [SILENT_HEAD, ...silent].join('\n'),
    ].join('\n\n') + '\n'
  );
}

/** Kinds that are told because of the same things in the same way stand in one line. */
function messages(): string[] {
  const lines = new Map<string, Line[]>();
  for (const [event, tellings] of Object.entries(WHO_IS_TOLD))
    for (const telling of tellings) {
      const key = [telling.kind, telling.to.join(), telling.optional, Boolean(telling.due)].join('|');
      lines.set(key, [...(lines.get(key) ?? []), { event, telling }]);
    }
  return [...lines.values()].map(describe).toSorted();
}

function describe(lines: readonly Line[]): string {
  const [{ telling }] = lines as [Line];
  const { kind, to, optional, due } = telling;
  const events = [...new Set(lines.map(({ event }) => event))].map(code).join(' ');
  const people = to.map((circle) => circle.replaceAll('_', ' ')).join(', ');
  return row(code(kind), events, people, optional ? `no: ${optional}` : 'yes', due ? 'yes' : '–', checkOf(kind));
}

function checkOf(kind: string): string {
  return kind in STILL_TO_DO ? 'until done' : 'still readable';
}

function row(...cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function code(text: string): string {
  return `\`${text}\``;
}
