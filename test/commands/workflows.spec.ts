import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allWorkflows } from '../../src/commands/workflows/all.js';
import { describeWorkflows } from '../../src/commands/workflows/describe.js';
import { ROOT } from '../support/project-files.js';

describe('the page of the workflows', () => {
  it('says what the code says (npm run cli -- workflows writes it)', () => {
    const page = fs.readFileSync(path.join(ROOT, 'docs/workflows.md'), 'utf8');

    expect(page).toBe(describeWorkflows(allWorkflows(ROOT)));
  });
});

describe.each(allWorkflows(ROOT))('the workflow of $title', ({ workflow }) => {
  it('has no status that cannot be reached', () => {
    const reached = new Set([workflow.statuses[0], ...Object.values(workflow.steps).map(({ to }) => to)]);

    expect(workflow.statuses.filter((status) => !reached.has(status))).toEqual([]);
  });
});
