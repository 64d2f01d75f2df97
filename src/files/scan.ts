import { type Message, msg } from '../kernel/index.js';
import type { FormView } from '../web/index.js';
import { extensionOf } from './file-kinds.js';
import type { SentFiles } from './sent-files.js';
import { type FileFieldView, presentFileField } from './web/attachment.presenter.js';

/** What a scanner makes. */
const SCANS: readonly string[] = ['pdf', 'png', 'jpg', 'jpeg'];

/** The file field of a form to which a scanned paper must be attached: one file, PDF or picture. */
export function readScan(files: SentFiles, missing: Message): SentFiles {
  const [first, ...others] = files.uploads;
  if (files.error) return files;
  if (!first) return { ...files, error: missing };
  const isScan = others.length === 0 && SCANS.includes(extensionOf(first.name));
  return isScan ? files : { ...files, error: msg('files.errors.scan') };
}

/** For `components/file-field` of such a form. */
export function presentScanField(form: FormView): FileFieldView {
  return { ...presentFileField(form, []), accept: SCANS.map((extension) => `.${extension}`).join(',') };
}
