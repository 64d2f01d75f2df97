import { writeFile } from 'node:fs/promises';
import writeExcel from 'write-excel-file/node';
import type { Upload } from '../web/index.js';
import type { NoticeContent } from './content.js';
import { paper } from './papers.js';

/** The attachment of a notice: its own tables as a workbook, or its text. Call `forget` when it has been taken in. */
export async function noticeFiles(content: NoticeContent): Promise<{ files: Upload[]; forget: () => Promise<void> }> {
  const { attachment, body } = content;
  if (!attachment) return { files: [], forget: async () => {} };
  const { upload, forget } = await paper(attachment.name, (file) =>
    attachment.kind === 'xlsx' ? writeExcel(rowsOf(body)).toFile(file) : writeFile(file, body),
  );
  return { files: [upload], forget };
}

function rowsOf(body: string): { value: string }[][] {
  const rows = body.split('\n').filter((line) => line.startsWith('|'));
  const lines =
    rows.length > 0 ? rows.map((row) => row.split('|').slice(1, -1)) : body.split('\n').map((line) => [line]);
  return lines.map((cells) => cells.map((cell) => ({ value: cell.trim() })));
}
