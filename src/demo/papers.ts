import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Upload } from '../web/index.js';
import { scannedPage } from './scanned-page.js';

/** A file as a browser sends it. Call `forget` when it has been taken in. */
export interface SentPaper {
  readonly upload: Upload;
  readonly forget: () => Promise<void>;
}

/** Puts a file where uploads lie. */
export async function paper(name: string, write: (file: string) => Promise<void>): Promise<SentPaper> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jianyan-demo-'));
  const file = path.join(folder, 'attachment');
  await write(file);
  const { size } = await stat(file);
  const upload = { path: file, name, declaredType: '', bytes: size, tooLarge: false };
  return { upload, forget: () => rm(folder, { recursive: true }) };
}

/** What the scanner makes of a page with these lines. */
export function scan(name: string, lines: readonly string[]): Promise<SentPaper> {
  return paper(name, (file) => writeFile(file, scannedPage(lines)));
}
