import path from 'node:path';
import type { Settings } from '../config/index.js';
import { Catalogues } from '../web/index.js';
import { DemoContent } from './content.js';
import { DEMO_PASSWORD } from './demo-site.js';

const GAP = 2;

/** One demo account per role, for the terminal: number, role, name, unit. */
export function accountTable({ root }: Pick<Settings, 'root'>): string {
  const { accounts, people, units } = new DemoContent(root).institution;
  const words = new Catalogues(path.join(root, 'locales'), false);
  const onePerRole = accounts.filter((account, i) => accounts.findIndex((other) => other.as === account.as) === i);
  const rows = onePerRole.map(({ staff, as }) => {
    const person = people.find(({ number }) => number === staff)!;
    const unit = units.find(({ code }) => code === person.unit)!;
    return [staff, words.text('zh', `identity.roles.${as}`), person.name, unit.name];
  });
  return [`Password of every demo account: ${DEMO_PASSWORD}`, ...columns(rows)].join('\n');
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i]!))) + GAP);
  return rows.map((row) =>
    `  ${row.map((cell, i) => cell + ' '.repeat(widths[i]! - widthOf(cell))).join('')}`.trimEnd(),
  );
}

/** A Chinese character takes two places in a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2E80' ? 2 : 1), 0);
}
