import { COMMANDS, usage } from './commands/index.js';
import { readSettings } from './config/index.js';
import { openDatabase } from './serve.js';

const [name, ...args] = process.argv.slice(2);
const command = name ? COMMANDS[name] : undefined;

if (!command) {
  console.log(usage());
  process.exit(name ? 2 : 0);
}
const settings = readSettings();
const postgres = await openDatabase(settings);
try {
  process.exitCode = await command.run(settings, args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await postgres?.stop();
}
