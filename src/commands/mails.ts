import fs from 'node:fs';
import path from 'node:path';
import type { Command } from './command.js';
import { describeMails } from './mails/describe.js';

export const mails: Command = {
  does: 'writes docs/mails.md from the table of who is told what',
  async run({ root }) {
    const file = path.join(root, 'docs/mails.md');
    fs.writeFileSync(file, describeMails());
    console.log(file);
    return 0;
  },
};
