import type { FieldView, FormView } from '../../web/index.js';
import type { Attachment } from '../attachment.entity.js';
import { ACCEPTED } from '../file-kinds.js';
import { FILE_FIELD } from '../sent-files.js';

export interface AttachmentView {
  readonly href: string;
  readonly name: string;
  readonly size: string;
  readonly type: string;
}

export interface FileFieldView extends FieldView {
  readonly accept: string;
  readonly kept: readonly { readonly value: string; readonly name: string; readonly size: string }[];
}

/** For `components/attachments`. */
export function presentAttachments(attachments: readonly Attachment[]): AttachmentView[] {
  return attachments.map(({ id, name, bytes, type }) => ({
    href: `/files/${id}/${encodeURIComponent(name)}`,
    name,
    size: sizeText(bytes),
    type: type.toUpperCase(),
  }));
}

/** For `components/file-field`: what is there already, with a box each to remove it. */
export function presentFileField(form: FormView, kept: readonly Attachment[], name = FILE_FIELD): FileFieldView {
  return {
    ...form.field(name),
    value: '',
    accept: ACCEPTED,
    kept: kept.map((file) => ({ value: file.id, name: file.name, size: sizeText(file.bytes) })),
  };
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
