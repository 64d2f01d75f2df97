// `npm test`: lint, types, then every test. `npm test -- <jest arguments>` runs only the tests named.
import { spawnSync } from 'node:child_process';

const named = process.argv.slice(2);

if (named.length === 0) {
  step('Lint', 'npm', ['run', '--silent', 'lint']);
  step('Format', 'npm', ['run', '--silent', 'format:check']);
  step('Types', 'npm', ['run', '--silent', 'typecheck']);
}
step('Tests', 'node', [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  ...named,
]);

function step(title, command, args) {
  if (named.length === 0) console.log(`\n== ${title}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
