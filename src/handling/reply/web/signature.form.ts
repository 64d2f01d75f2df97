import { Choice, Prose, WholeNumber } from '../../../web/index.js';
import { SIGNATURE_PARTS, type SignaturePart } from '../reply-signature.entity.js';
import type { Reading } from '../sign-off.service.js';

/** Which version was read, and as what it is signed. */
export class SignatureForm {
  @Choice({ label: 'replies.form.part', of: SIGNATURE_PARTS, required: true }) part = '';
  @WholeNumber({ label: 'replies.form.version', from: 1, to: 10_000, required: true }) version = '';
}

export class SendingBackForm extends SignatureForm {
  @Prose({ label: 'replies.form.comment', max: 1000, required: true }) comment = '';
}

export function readingOf({ part, version }: SignatureForm): Reading {
  return { part: part as SignaturePart, version: Number(version) };
}
