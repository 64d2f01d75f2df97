import { describe, expect, it } from '@jest/globals';
import Handlebars from 'handlebars';
import { KNOWN_HELPERS } from '../src/web/views/view-engine.js';
import { projectFiles } from './support/project-files.js';

const templates = projectFiles(['views'], ['.hbs']);
const names = new Set(templates.map((file) => file.path.replace(/^views\/|\.hbs$/g, '')));

describe('a template', () => {
  it.each(templates)('$path can be compiled and names only partials that exist', ({ text }) => {
    Handlebars.precompile(text, { strict: true, knownHelpersOnly: true, knownHelpers: KNOWN_HELPERS });

    const own = [...text.matchAll(/\{\{#\*inline "([\w-]+)"/g)].map(([, name]) => name!);
    const called = [...text.matchAll(/\{\{#?> ([\w-]+\/[\w/-]+)/g)].map(([, name]) => name!);
    expect(called.filter((name) => !names.has(name) && !own.includes(name))).toEqual([]);
  });

  it('has no script, style or event handler inside; mail programs alone get styles', () => {
    const pages = templates.filter((file) => !file.path.startsWith('views/mails/'));
    const forbidden = /\sstyle\s*=|<style|<script(?![^>]* src=)|\son[a-z]+\s*=/i;
    const address = /["']\s*javascript:/i;

    expect(
      pages.filter(({ text }) => forbidden.test(markupOf(text)) || address.test(text)).map((file) => file.path),
    ).toEqual([]);
  });

  it('quotes every attribute', () => {
    const unquoted = /<[a-z][^<>]*\s[\w-]+=(?!["'])[^<>]*>/i;

    expect(templates.filter(({ text }) => unquoted.test(markupOf(text))).map((file) => file.path)).toEqual([]);
  });
});

/** The HTML alone: quoted values are emptied, everything that Handlebars prints becomes one word. */
function markupOf(template: string): string {
  return template
    .replace(/\{\{!--[\s\S]*?--\}\}/g, '')
    .replace(/\{\{[\s\S]*?\}\}/g, '•')
    .replace(/="[^"]*"/g, '=""');
}
