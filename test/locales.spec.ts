import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Catalogues, LOCALES } from '../src/web/views/i18n.js';
import { type ProjectFile, projectFiles, ROOT, withoutComments } from './support/project-files.js';

const catalogues = new Catalogues(path.join(ROOT, 'locales'), true);
const sources = projectFiles(['src'], ['.ts']);
const templates = projectFiles(['views'], ['.hbs']);

const KEY = String.raw`([a-z]\w*(?:\.[\w-]+)+)`;
/** Where a text is named in code and in templates. */
const IN_CODE = [new RegExp(String.raw`\bmsg\(\s*'${KEY}'`, 'g'), new RegExp(String.raw`\blabel: '${KEY}'`, 'g')];
const IN_TEMPLATES = [
  new RegExp(String.raw`[{(]t "${KEY}"`, 'g'),
  new RegExp(String.raw`\b(?:label|hint|empty)="${KEY}"`, 'g'),
];

/** A holiday has a Chinese name only, too long for the cell of an English calendar. */
const SHORTER_IN_ENGLISH = ['calendar.due.cell.holiday'];

describe('the catalogues', () => {
  it('have the same texts in both languages', () => {
    const [zh, en] = LOCALES.map((locale) => new Set(catalogues.keys(locale)));

    expect([...zh!].filter((key) => !en!.has(key)).map((key) => `only in Chinese: ${key}`)).toEqual([]);
    expect([...en!].filter((key) => !zh!.has(key)).map((key) => `only in English: ${key}`)).toEqual([]);
  });

  it('ask for the same parameters in both languages', () => {
    const common = catalogues.keys('zh').filter((key) => catalogues.keys('en').includes(key));

    const differing = common.filter((key) => parametersOf('zh', key) !== parametersOf('en', key));
    expect(differing.filter((key) => !SHORTER_IN_ENGLISH.includes(key))).toEqual([]);
  });

  it('have every text that a template prints', () => {
    expect(missing(templates, IN_TEMPLATES, (file) => file.text.replace(/\\\{\{.*?\}\}/g, ''))).toEqual([]);
  });

  it('have every text that the code names', () => {
    expect(missing(sources, IN_CODE, (file) => withoutComments(file.text))).toEqual([]);
  });

  it('explain every broken rule', () => {
    expect(brokenRules().filter((name) => !catalogues.has(`errors.${name}`))).toEqual([]);
  });

  it('are used (what is not is only listed)', () => {
    const said = [...sources, ...templates].map((file) => file.text).join('\n');
    const begun = [...said.matchAll(/`([a-z]\w*(?:\.[\w-]+)*\.)[\w-]*\$\{/g)].map(([, beginning]) => beginning!);
    const named = new Set([...said.matchAll(new RegExp(KEY, 'g'))].map(([key]) => key));
    const rules = new Set(brokenRules().map((name) => `errors.${name}`));
    const unused = catalogues
      .keys('zh')
      .filter((key) => !named.has(key) && !rules.has(key) && !begun.some((beginning) => key.startsWith(beginning)));

    if (unused.length > 0) console.warn(`${unused.length} texts are perhaps not used:\n${unused.join('\n')}`);
  });
});

function parametersOf(locale: (typeof LOCALES)[number], key: string): string {
  const names = catalogues.text(locale, key).match(/\{\w+\}/g) ?? [];
  return [...new Set(names)].toSorted().join(' ');
}

function missing(files: readonly ProjectFile[], patterns: readonly RegExp[], textOf: (file: ProjectFile) => string) {
  return files.flatMap((file) => {
    const keys = patterns.flatMap((pattern) => [...textOf(file).matchAll(pattern)].map(([, key]) => key!));
    return keys.filter((key) => !catalogues.has(key)).map((key) => `${file.path}: ${key}`);
  });
}

/** The names of all classes below DomainError that can be thrown and are explained by their name. */
function brokenRules(): string[] {
  const classes = sources.flatMap((file) => [
    ...withoutComments(file.text).matchAll(/(abstract )?class (\w+) extends (\w+)([\s\S]*?\n\})/g),
  ]);
  const family = new Set(['DomainError']);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const [, , name, parent] of classes) if (family.has(parent!)) family.add(name!);
  }
  return classes
    .filter(([, abstract, name, , body]) => !abstract && family.has(name!) && !/get explanation\(/.test(body!))
    .map(([, , name]) => name!);
}
