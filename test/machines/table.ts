import fs from 'node:fs';
import path from 'node:path';
import type { Machine } from './machines.js';

const FILE = path.join(import.meta.dirname, 'table.txt');

const WIDE = 28;

const HEAD = `# What everybody may do with a record in every state: state × role × action of all machines, written out.
# UPDATE_MACHINES=1 npm test -- test/machines writes it anew; read the difference before you commit it.
# Who is not named in a state may do nothing there.
`;

export function printed(machines: readonly Machine[]): string {
  return [HEAD, ...machines.map(printedOne)].join('\n');
}

function printedOne({ workflow, players, offers }: Machine): string {
  const lines = workflow.statuses.flatMap((status) => {
    const rows = Object.entries(players)
      .map(([name, actor]) => [name, offers(status, actor).toSorted().join(' ')] as const)
      .filter(([, steps]) => steps !== '');
    return [
      `  ${status}`,
      ...(rows.length === 0 ? ['    nobody'] : rows.map(([name, steps]) => `    ${name.padEnd(WIDE)}${steps}`)),
    ];
  });
  return [workflow.name, ...lines, ''].join('\n');
}

export function readTable(): string {
  return fs.existsSync(FILE) ? fs.readFileSync(FILE, 'utf8') : '';
}

export function writeTable(text: string): void {
  fs.writeFileSync(FILE, text);
}
