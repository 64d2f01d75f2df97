/** How the content of a kind of file is recognised: by its beginning, or by being text. */
interface FileKind {
  readonly mime: string;
  /** What file-type may call it; `text` means readable text without control characters. */
  readonly content: readonly string[] | 'text';
  /** Shown in the browser instead of being saved. */
  readonly inline?: true;
}

const OLD_OFFICE = ['cfb'];

/** Every kind of file that may be attached, by extension. Nothing else is accepted: no archives, no programs, no pages. */
export const FILE_KINDS: Readonly<Record<string, FileKind>> = {
  pdf: { mime: 'application/pdf', content: ['pdf'], inline: true },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', content: ['docx'] },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: ['xlsx'] },
  pptx: { mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', content: ['pptx'] },
  doc: { mime: 'application/msword', content: OLD_OFFICE },
  xls: { mime: 'application/vnd.ms-excel', content: OLD_OFFICE },
  ppt: { mime: 'application/vnd.ms-powerpoint', content: OLD_OFFICE },
  wps: { mime: 'application/vnd.ms-works', content: [...OLD_OFFICE, 'docx'] },
  et: { mime: 'application/vnd.ms-excel', content: [...OLD_OFFICE, 'xlsx'] },
  dps: { mime: 'application/vnd.ms-powerpoint', content: [...OLD_OFFICE, 'pptx'] },
  png: { mime: 'image/png', content: ['png'], inline: true },
  jpg: { mime: 'image/jpeg', content: ['jpg'], inline: true },
  jpeg: { mime: 'image/jpeg', content: ['jpg'], inline: true },
  txt: { mime: 'text/plain', content: 'text' },
  csv: { mime: 'text/csv', content: 'text' },
};

/** For the `accept` attribute of a file field. */
export const ACCEPTED = Object.keys(FILE_KINDS)
  .map((extension) => `.${extension}`)
  .join(',');

/** The extension in small letters, without the dot; '' when there is none. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
