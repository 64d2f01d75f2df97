const MARK = '\uFEFF';

/** Text of a csv file: UTF-8 with or without a mark, otherwise GB18030, as Chinese spreadsheets save it. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes).replace(MARK, '');
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The cells of a text whose columns are parted by commas, semicolons or tabs, whichever the first line has. */
export function parseDelimited(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === separator) {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (letter === '\n') {
      rows.at(-1)!.push(cell);
      rows.push([]);
      cell = '';
    } else if (letter !== '\r') cell += letter;
  }
  rows.at(-1)!.push(cell);
  return rows;
}

function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  return [',', '\t', ';', '，'].find((separator) => line.includes(separator)) ?? ',';
}
