const LONGEST = 90;

/** The name as we keep it: without folders and control characters, not longer than an address can carry, the extension kept. */
export function tidyFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}"<>|:*?]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean.replace(/^\.+/, ''), ''];
  return `${[...(stem || 'file')].slice(0, LONGEST - extension.length).join('')}${extension}`;
}
