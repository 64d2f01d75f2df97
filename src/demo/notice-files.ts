import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import writeExcel from 'write-excel-file/node';
import type { Upload } from '../web/index.js';
import type { NoticeContent } from './content.js';

/** The attachment of a notice: its own tables as a workbook, or its text. Call `forget` when it has been taken in. */
export async function noticeFiles(content: NoticeContent): Promise<{ files: Upload[]; forget: () => Promise<void> }> {
  const { attachment, body } = content;
  if (!attachment) return { files: [], forget: async () => {} };
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jianyan-demo-'));
  const file = path.join(folder, 'attachment');
  if (attachment.kind === 'xlsx') await writeExcel(rowsOf(body)).toFile(file);
  else await writeFile(file, body);
  const { size } = await stat(file);
  const upload = { path: file, name: attachment.name, declaredType: '', bytes: size, tooLarge: false };
  return { files: [upload], forget: () => rm(folder, { recursive: true }) };
}

function rowsOf(body: string): { value: string }[][] {
  const rows = body.split('\n').filter((line) => line.startsWith('|'));
  const lines =
    rows.length > 0 ? rows.map((row) => row.split('|').slice(1, -1)) : body.split('\n').map((line) => [line]);
  return lines.map((cells) => cells.map((cell) => ({ value: cell.trim() })));
}
