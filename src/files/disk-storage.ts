import { constants } from 'node:fs';
import { access, copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/index.js';
import { newId } from '../kernel/index.js';
import { FileStorage } from './file-storage.js';

const CONTENT = /^[0-9a-f]{64}$/;

/** Contents below `<data folder>/files/ab/abcdef…`. Written under another name, synced, then renamed: never half there. */
@Injectable()
export class DiskStorage extends FileStorage {
  private readonly folder: string;

  constructor(settings: Settings) {
    super();
    this.folder = path.join(settings.dataFolder, 'files');
  }

  async put(sha256: string, source: string): Promise<void> {
    const target = this.pathOf(sha256);
    if (await exists(target)) return;
    await mkdir(path.dirname(target), { recursive: true });
    const unfinished = `${target}.${newId()}`;
    await copyFile(source, unfinished, constants.COPYFILE_EXCL);
    await sync(unfinished);
    await rename(unfinished, target);
  }

  async open(sha256: string): Promise<Readable> {
    return (await open(this.pathOf(sha256))).createReadStream();
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  async *list(): AsyncIterable<string> {
    if (!(await exists(this.folder))) return;
    for (const name of await readdir(this.folder, { recursive: true }))
      if (CONTENT.test(path.basename(name))) yield path.basename(name);
  }

  private pathOf(sha256: string): string {
    if (!CONTENT.test(sha256)) throw new RangeError(`not a SHA-256: ${sha256}`);
    return path.join(this.folder, sha256.slice(0, 2), sha256);
  }
}

async function exists(target: string): Promise<boolean> {
  return access(target).then(
    () => true,
    () => false,
  );
}

async function sync(target: string): Promise<void> {
  const file = await open(target, 'r+');
  await file.sync();
  await file.close();
}
