import { RunningServer } from '../database/index.js';
import { DEMO_PASSWORD, ensureDemo, resetDemo } from '../demo/index.js';
import type { Command } from './command.js';

export const demo: Command = {
  does: 'loads the demo institution into an empty database; --reset starts it afresh (everything is lost)',
  async run(settings, args) {
    if (settings.environment === 'production') {
      console.error('The demo is not for a production site.');
      return 1;
    }
    const running = settings.databaseUrl ? null : new RunningServer(settings.dataFolder).find();
    if (running) {
      console.error(`Stop the server first: ${running.address} (process ${running.pid}).`);
      return 1;
    }
    await (args.includes('--reset') ? resetDemo(settings) : ensureDemo(settings));
    console.log(`Password of every demo account: ${DEMO_PASSWORD}`);
    return 0;
  },
};
