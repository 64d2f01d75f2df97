import { SearchIndex } from '../search/index.js';
import { type Command, withApp } from './command.js';

export const rebuildSearch: Command = {
  does: 'builds the search index again from the records',
  async run(settings) {
    const count = await withApp(settings, (app) => app.get(SearchIndex).rebuild());
    console.log(`${count} texts can be found.`);
    return 0;
  },
};
