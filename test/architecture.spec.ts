import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectFiles, withoutComments } from './support/project-files.js';

/** The rooms of the house, from the lowest to the highest: imports point down, never up (docs/architecture). */
const ROOMS = [
  'kernel',
  'config',
  'database',
  'ledger',
  'web',
  'calendar',
  'files',
  'search',
  'jobs',
  'mail',
  'organization',
  'identity',
  'claims',
  'congress',
  'handling',
  'proposals',
  'deadlines',
  'letters',
  'disclosure',
  'notifications',
  'statistics',
  'awards',
  'home',
  'housekeeping',
  'demo',
  'commands',
];
/** What knows the environment besides `config`: the programs themselves. */
const PROGRAMS = ['src/main.ts', 'src/serve.ts', 'src/cli.ts'];
/** The clock itself, and what starts the clock of the demo before there is an application. */
const TIMEKEEPERS = ['src/kernel/clock.ts', 'src/demo/demo-site.ts'];
const LONGEST_CODE = 200;
const LONGEST_TEMPLATE = 100;

const sources = projectFiles(['src'], ['.ts']);
const tests = projectFiles(['test'], ['.ts', '.mjs']);
const templates = projectFiles(['views'], ['.hbs']);

describe('the house', () => {
  it('has only the rooms that are named here', () => {
    expect([...new Set(sources.map(roomOf))].filter((room) => room !== null && !ROOMS.includes(room))).toEqual([]);
  });

  it('imports downwards only', () => {
    const upwards = crossings().filter(({ from, to }) => ROOMS.indexOf(to) > ROOMS.indexOf(from));

    expect(upwards.map(said)).toEqual([]);
  });

  it('asks the settings of a case of the session that governs it, which may have taken it over', () => {
    const ask = /session\(\s*\w*\.?sessionId/;
    const asking = sources.filter(
      ({ path: file, text }) => file.startsWith('src/handling/') && ask.test(withoutComments(text)),
    );

    expect(asking.map((file) => file.path)).toEqual(['src/handling/case/cases.service.ts']); // which opens it
  });

  it('enters a room only by its front door', () => {
    expect(
      crossings()
        .filter(({ target }) => target.split('/').length !== 3 || !target.endsWith('/index.ts'))
        .map(said),
    ).toEqual([]);
  });

  it('reads the environment in one room', () => {
    expect(
      whereFound(/process\.env\b/).filter((file) => !file.startsWith('src/config/') && !PROGRAMS.includes(file)),
    ).toEqual([]);
  });

  it('asks only the clock for the time', () => {
    expect(whereFound(/new Date\(\s*\)|Date\.now\(/).filter((file) => !TIMEKEEPERS.includes(file))).toEqual([]);
  });

  it('knows the type of everything', () => {
    expect(whereFound(/(:|<|\bas|\||&|,)\s*any\b(?!\s*\()/)).toEqual([]);
  });
});

describe('a file', () => {
  it(`of code has at most ${LONGEST_CODE} lines`, () => {
    expect([...sources, ...tests].filter(({ lines }) => lines > LONGEST_CODE).map(sized)).toEqual([]);
  });

  it(`of a template has at most ${LONGEST_TEMPLATE} lines`, () => {
    expect(templates.filter(({ lines }) => lines > LONGEST_TEMPLATE).map(sized)).toEqual([]);
  });

  it('of a template prints nothing unescaped outside the layouts', () => {
    const open = templates.filter((file) => !file.path.startsWith('views/layouts/') && /\{\{\{|\{\{&/.test(file.text));

    expect(open.map((file) => file.path)).toEqual([]);
  });
});

interface Crossing {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The file that is imported, as .ts. */
  readonly target: string;
}

/** Every import from one room into another. */
function crossings(): Crossing[] {
  return sources.flatMap((file) => {
    const from = roomOf(file);
    if (from === null) return [];
    return importsOf(file).flatMap((target) => {
      const to = roomOf({ path: target });
      return to === null || to === from ? [] : [{ file: file.path, from, to, target }];
    });
  });
}

function importsOf({ path: file, text }: { path: string; text: string }): string[] {
  const found = withoutComments(text).matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g);
  return [...found].map(([, target]) => path.posix.join(path.posix.dirname(file), target!).replace(/\.js$/, '.ts'));
}

/** `src/<room>/…`; files directly below src belong to no room and may use all. */
function roomOf({ path: file }: { path: string }): string | null {
  const [, room, rest] = file.split('/');
  return rest === undefined ? null : room!;
}

function whereFound(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(withoutComments(text))).map((file) => file.path);
}

const said = ({ file, target }: Crossing) => `${file} → ${target}`;
const sized = ({ path: file, lines }: { path: string; lines: number }) => `${file}: ${lines} lines`;
