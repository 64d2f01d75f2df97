import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import type { Upload } from '../../web/index.js';
import { SheetUnreadable } from '../organization.errors.js';
import { decodeText, parseDelimited } from './delimited.js';

const ZIP = 'PK';
const OLD_EXCEL = 'd0cf11e0';

/** The cells of the first sheet of an xlsx file, or of a csv file; everything as text, as it stands there. */
export async function cellsOf(upload: Upload): Promise<string[][]> {
  if (upload.tooLarge) throw new SheetUnreadable('tooLarge');
  const bytes = await readFile(upload.path);
  if (bytes.subarray(0, 4).toString('hex') === OLD_EXCEL) throw new SheetUnreadable('oldExcel');
  if (bytes.subarray(0, 2).toString('latin1') !== ZIP) return parseDelimited(decodeText(bytes)).map(tidied);
  return (await readExcel(bytes)).map((row) => tidied(row.map(textOf)));
}

async function readExcel(bytes: Buffer): Promise<unknown[][]> {
  try {
    return await readSheet(bytes, { parseNumber: (text) => text });
  } catch {
    throw new SheetUnreadable('broken'); // whatever is wrong with the file, it is the file's fault
  }
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Blanks at the ends go, and the mark that keeps a spreadsheet from calculating (see write-sheet). */
function tidied(row: string[]): string[] {
  return row.map((cell) =>
    cell
      .replaceAll('\0', '')
      .normalize('NFC')
      .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')
      .replace(/^'(?=[=+\-@])/, ''),
  );
}
