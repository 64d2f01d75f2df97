import { Ledger } from '../ledger/index.js';
import { type Command, withApp } from './command.js';

export const verifyLedger: Command = {
  does: 'recomputes every hash of the ledger and names what was altered',
  async run(settings) {
    const broken = await withApp(settings, (app) => app.get(Ledger).verify());
    for (const event of broken)
      console.log(`altered: ${event.subjectType} ${event.subjectId}, event ${event.position} (${event.action})`);
    console.log(broken.length === 0 ? 'The ledger is whole.' : `${broken.length} chains are broken.`);
    return broken.length === 0 ? 0 : 1;
  },
};
