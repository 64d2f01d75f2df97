import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeMails } from '../../src/commands/mails/describe.js';
import { PROMISED_MAILS } from '../../src/commands/mails/promised.js';
import { REMINDER_KINDS, WHO_IS_TOLD } from '../../src/notifications/index.js';
import { ROOT } from '../support/project-files.js';

const told = Object.values(WHO_IS_TOLD).flatMap((tellings) => tellings.map(({ kind }) => kind));
const known = new Set<string>([...told, ...REMINDER_KINDS]);

describe('the page of the mails', () => {
  it('says what the code says (npm run cli -- mails writes it)', () => {
    expect(fs.readFileSync(path.join(ROOT, 'docs/mails.md'), 'utf8')).toBe(describeMails());
  });

  it.each(PROMISED_MAILS)('shows $point by a test that names its kinds', ({ kinds, test }) => {
    const text = fs.readFileSync(path.join(ROOT, test), 'utf8');

    expect(kinds.filter((kind) => !known.has(kind) || !new RegExp(`\\b${kind}\\b`).test(text))).toEqual([]);
  });
});
