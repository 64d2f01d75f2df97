import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import { type Message, msg } from '../kernel/index.js';
import type { Upload } from '../web/index.js';
import { extensionOf, FILE_KINDS } from './file-kinds.js';

const UNKNOWN_BYTES = 'ERR_ENCODING_INVALID_ENCODED_DATA';
const ENCODINGS = ['utf-8', 'gb18030'];
// oxlint-disable-next-line no-control-regex
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** What is wrong with an uploaded file, or null. The name says what it claims to be, the content says what it is. */
export async function problemWith(upload: Upload, limitMegabytes: number): Promise<Message | null> {
  const { name } = upload;
  const extension = extensionOf(name);
  const kind = FILE_KINDS[extension];
  if (upload.tooLarge) return msg('files.errors.tooLarge', { name, limit: limitMegabytes });
  if (upload.bytes === 0) return msg('files.errors.empty', { name });
  if (!kind) return msg('files.errors.kind', { name });
  const matches =
    kind.content === 'text' ? await isText(upload.path) : kind.content.includes(await contentOf(upload.path));
  return matches ? null : msg('files.errors.content', { name, type: extension });
}

async function contentOf(path: string): Promise<string> {
  return (await fileTypeFromFile(path))?.ext ?? '';
}

async function isText(path: string): Promise<boolean> {
  for (const encoding of ENCODINGS) if (await isTextIn(encoding, path)) return true;
  return false;
}

/** Reads the file once in pieces; a byte sequence that the encoding does not know is thrown. */
async function isTextIn(encoding: string, path: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of createReadStream(path))
      if (CONTROL_CHARACTERS.test(decoder.decode(piece as Buffer, { stream: true }))) return false;
    decoder.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === UNKNOWN_BYTES) return false;
    throw error;
  }
}
