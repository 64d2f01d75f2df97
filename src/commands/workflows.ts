import fs from 'node:fs';
import path from 'node:path';
import type { Command } from './command.js';
import { allWorkflows } from './workflows/all.js';
import { describeWorkflows } from './workflows/describe.js';

export const workflows: Command = {
  does: 'writes docs/workflows.md from the tables of steps in the code',
  async run({ root }) {
    const file = path.join(root, 'docs/workflows.md');
    fs.writeFileSync(file, describeWorkflows(allWorkflows(root)));
    console.log(file);
    return 0;
  },
};
