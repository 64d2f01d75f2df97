import writeExcel from 'write-excel-file/node';

const FORMULA = /^[=+\-@\t\r]/;

export interface SheetColumn {
  readonly header: string;
  /** In characters. */
  readonly width?: number;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet with a bold first row. A text that a spreadsheet could take for a formula gets a mark in front. */
export function sheetOf(columns: readonly SheetColumn[], rows: readonly (readonly string[])[]): Promise<Buffer> {
  const head = columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) => row.map((value) => ({ value: guarded(value), type: String })));
  const options = { columns: columns.map(({ width }) => ({ width: width ?? 16 })), stickyRowsCount: 1 };
  return writeExcel([head, ...body], options).toBuffer();
}

export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The header that saves a file under its Chinese name. */
export function savedAs(name: string): string {
  return `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
