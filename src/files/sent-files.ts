import { isId, type Message, msg } from '../kernel/index.js';
import { type FormResult, isUpload, type Typed, type Upload } from '../web/index.js';
import { MOST_ATTACHMENTS } from './attachment.entity.js';
import { problemWith } from './content-check.js';

/** What a form's file field (components/file-field) brought: files to add, ids of attachments to remove, or what is wrong. */
export interface SentFiles {
  readonly uploads: readonly Upload[];
  readonly removals: readonly string[];
  readonly error: Message | null;
}

export const FILE_FIELD = 'files';

/** Reads the file field of a posted form and looks into every file. */
export async function readFiles(body: unknown, limitMegabytes: number, field = FILE_FIELD): Promise<SentFiles> {
  const sent = (body ?? {}) as Record<string, unknown>;
  const uploads = [sent[field]].flat().filter(isUpload);
  const removals = [sent[`${field}-remove`]].flat().filter(isId);
  return { uploads, removals, error: await firstProblem(uploads, limitMegabytes) };
}

/** The form is refused when its files are; when it is refused for another reason, the browser has lost the files. */
export function withFiles<T extends object>(form: FormResult<T>, files: SentFiles, field = FILE_FIELD): FormResult<T> {
  const error = files.error ?? (!form.ok && files.uploads.length > 0 ? msg('files.errors.chooseAgain') : null);
  if (!error) return form;
  if (!form.ok) return { ...form, errors: { ...form.errors, [field]: error } };
  return { ok: false, typed: form.value as unknown as Typed, errors: { [field]: error } };
}

async function firstProblem(uploads: readonly Upload[], limitMegabytes: number): Promise<Message | null> {
  if (uploads.length > MOST_ATTACHMENTS) return msg('files.errors.tooMany', { max: MOST_ATTACHMENTS });
  for (const upload of uploads) {
    const problem = await problemWith(upload, limitMegabytes);
    if (problem) return problem;
  }
  return null;
}
