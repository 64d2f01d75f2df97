// Run after every `npm install`: npm leaves optional packages of other systems out of the lock when the registry lacks them, and then `npm ci` refuses.
import fs from 'node:fs';

const SYSTEMS = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32'];

const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
const packages = lock.packages;

for (const [folder, entry] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {}))
    addWhenMissing(folder, entry, name, range);
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
fs.writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n');

function addWhenMissing(folder, parent, name, range) {
  const top = `node_modules/${name}`;
  if (packages[top] || packages[`${folder ? folder + '/' : ''}${top}`]) return;
  const words = name.replace(/^.*\//, '').split('-');
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  packages[top] = {
    version: range.replace(/^[\^~>=]*/, ''),
    ...(cpu.length && { cpu }),
    os: os.length ? os : ['none'],
    optional: true,
    ...(parent.dev && { dev: true }),
  };
}
