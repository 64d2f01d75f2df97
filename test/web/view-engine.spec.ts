import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { msg } from '../../src/kernel/index.js';
import { Catalogues } from '../../src/web/views/i18n.js';
import { ViewEngine } from '../../src/web/views/view-engine.js';
import { ROOT } from '../support/project-files.js';

describe('the view engine', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-views-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it.each(['{{#if x}}never closed', '{{unknown x}}', '{{> (say)'])('stops the start over %s', (source) => {
    expect(() => engineWith(source)).toThrow();
  });

  it('escapes what it prints and misses what is missing', () => {
    const engine = engineWith('<p>{{text}}</p>');

    expect(engine.render('page', { text: '<b>' }, 'zh')).toBe('<p>&lt;b&gt;</p>');
    expect(() => engine.render('page', {}, 'zh')).toThrow('"text" not defined');
  });

  it('refuses a key that would be printed instead of its text', () => {
    const engine = engineWith('<p>{{text}}</p>');

    expect(() => engine.render('page', { text: '@secrecy.proposer' }, 'zh')).toThrow('@secrecy.proposer');
    expect(engine.render('page', { text: 'wu@jianglin.example' }, 'zh')).toContain('wu@jianglin.example');
  });

  it('prints what only looks like a date as it was typed', () => {
    const engine = engineWith('{{say text}}');
    const saying = (title: string) => engine.render('page', { text: msg('errors.title', { status: title }) }, 'zh');

    expect(saying('2026-04-14')).toContain('2026年4月14日');
    expect(saying('2026-99-99')).toContain('2026-99-99');
  });

  function engineWith(source: string): ViewEngine {
    fs.writeFileSync(path.join(folder, 'page.hbs'), source);
    return new ViewEngine(folder, new Catalogues(path.join(ROOT, 'locales'), true));
  }
});
