// `npm run bench [-- --save] [--proposals 10000] [--notices 10000] [--seconds 8]`: see bench/README.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startBare } from './bare.mjs';
import { startHouse } from './house.mjs';
import { load } from './load.mjs';
import { pagesOf } from './pages.mjs';
import { report } from './report.mjs';
import { submitProposals } from './submitting.mjs';

const args = process.argv.slice(2);
const wish = {
  proposals: numberAfter('--proposals', 10_000),
  notices: numberAfter('--notices', 10_000),
  seconds: numberAfter('--seconds', 8),
  connections: 16,
};

const house = await startHouse(wish);
try {
  const results = [];
  for (const page of await pagesOf(house)) {
    const [first, answer] = await fetched(house.address + page.path, page.headers);
    if (!first.ok) throw new Error(`${page.name}: ${page.path} answers ${first.status}`);
    const bare = await startBare(answer);
    const ours = await load(house.address + page.path, page.headers, wish);
    const theirs = await load(bare.address, {}, wish);
    bare.stop();
    results.push({ name: page.name, bytes: answer.body.length, ours, bare: theirs });
    console.log(`  ${page.name}: ${Math.round(ours.rate)} requests/s, bare ${Math.round(theirs.rate)}`);
  }
  const submitted = await submitProposals(house);
  const text = report({ wish, house, results, submitted });
  console.log(`\n${text}`);
  if (args.includes('--save')) save(text);
} finally {
  await house.stop();
}

/** One answer as it goes over the wire: compressed, as browsers ask for it. */
async function fetched(url, headers) {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const status = answer.statusCode;
        const whole = { type: answer.headers['content-type'], encoding: answer.headers['content-encoding'] };
        resolve([
          { ok: status === 200, status },
          { ...whole, body: Buffer.concat(parts) },
        ]);
      });
    });
    asking.on('error', reject).end();
  });
}

function numberAfter(name, otherwise) {
  const place = args.indexOf(name);
  const number = place < 0 ? otherwise : Number(args[place + 1]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name}: a whole number`);
  return number;
}

function save(text) {
  const folder = path.join(import.meta.dirname, 'reports');
  const file = path.join(folder, `${new Date().toISOString().slice(0, 10)}.md`);
  fs.writeFileSync(
    file,
    `# Bench of ${new Date().toISOString().slice(0, 10)}, ${os.cpus()[0]?.model.trim()}\n\n${text}`,
  );
  console.log(`Saved: ${file}`);
}
