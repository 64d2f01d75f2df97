import fs from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export interface ProjectFile {
  /** From the root of the project, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

/** The files below some folders of the project whose names end with one of the endings. */
export function projectFiles(folders: readonly string[], endings: readonly string[]): ProjectFile[] {
  return folders.flatMap((folder) => {
    const names = fs.readdirSync(path.join(ROOT, folder), { recursive: true }) as string[];
    return names
      .filter((name) => endings.some((ending) => name.endsWith(ending)))
      .map((name) => read(`${folder}/${name}`));
  });
}

function read(name: string): ProjectFile {
  const text = fs.readFileSync(path.join(ROOT, name), 'utf8');
  return { path: name, text, lines: text.trimEnd().split('\n').length };
}

/** Code without its comments. Good enough for looking for words; `//` inside an address survives. */
export function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}
