import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** A file that came with a form, lying in a temporary folder until the answer is sent. */
export interface Upload {
  readonly path: string;
  readonly name: string;
  readonly declaredType: string;
  readonly bytes: number;
  /** Larger than the limit: only its beginning was kept. */
  readonly tooLarge: boolean;
}

const PREFIX = 'jianyan-upload-';
const FORGOTTEN_MS = 86_400_000;

const folders = new WeakMap<FastifyRequest, string>();

/** Streams an uploaded file to disk; the form's field then holds an Upload (null when no file was chosen). */
export async function receiveUpload(request: FastifyRequest, part: MultipartFile): Promise<void> {
  const folder = folders.get(request) ?? (await mkdtemp(path.join(os.tmpdir(), PREFIX)));
  folders.set(request, folder);
  const target = path.join(folder, `${Math.random().toString(36).slice(2)}`);
  try {
    await pipeline(part.file, createWriteStream(target));
  } catch (error) {
    await removeUploads(request); // whoever hung up gets no answer after which it would be removed
    throw error;
  }
  const upload: Upload = {
    path: target,
    name: part.filename,
    declaredType: part.mimetype,
    bytes: part.file.bytesRead,
    tooLarge: part.file.truncated,
  };
  Object.assign(part, { value: part.filename ? upload : null });
}

/** The parser's own errors carry no status: what was sent is no form. */
export function isBrokenForm(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^Multipart: |unexpected end of multipart data|^Malformed part header/i.test(error.message)
  );
}

export async function removeUploads(request: FastifyRequest): Promise<void> {
  const folder = folders.get(request);
  if (folder) await rm(folder, { recursive: true, force: true });
}

/** Folders of a process that was killed in the middle. A day is longer than any upload takes. */
export async function removeForgottenUploads(): Promise<void> {
  for (const name of (await readdir(os.tmpdir())).filter((one) => one.startsWith(PREFIX))) {
    const folder = path.join(os.tmpdir(), name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Infinity })); // another process removes it now
    // files are as old as the machine's own clock says, also where the demo's clock is another
    if (mtimeMs < performance.timeOrigin + performance.now() - FORGOTTEN_MS)
      await rm(folder, { recursive: true, force: true });
  }
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'path' in value && 'tooLarge' in value;
}
