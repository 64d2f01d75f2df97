// A bare Node http server that sends one answer again and again: what this machine could do at best. Run as a process of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(import.meta.url);

export async function startBare({ body, type, encoding }) {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-bare-')), 'body');
  fs.writeFileSync(file, body);
  const child = spawn(process.execPath, [FILE, file, type ?? 'text/html', encoding ?? ''], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise((resolve) => child.stdout.once('data', (text) => resolve(Number(text))));
  const stop = () => {
    child.kill();
    fs.rmSync(path.dirname(file), { recursive: true, force: true });
  };
  return { address: `http://127.0.0.1:${port}/`, stop };
}

if (process.argv[1] === FILE) {
  const [file, type, encoding] = process.argv.slice(2);
  const body = fs.readFileSync(file);
  const headers = {
    'content-type': type,
    'content-length': body.length,
    ...(encoding && { 'content-encoding': encoding }),
  };
  const server = http.createServer((_, answer) => answer.writeHead(200, headers).end(body));
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
}
