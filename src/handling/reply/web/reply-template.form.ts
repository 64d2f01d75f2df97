import { msg } from '../../../kernel/index.js';
import { type FormResult, Line, Prose, Reference, WholeNumber } from '../../../web/index.js';
import { unknownPlaceholder } from '../reply-template.entity.js';

export class TemplateForm {
  @Reference({ label: 'templates.name', required: true }) id = '';
  @WholeNumber({ label: 'templates.name', from: 0, to: 1_000_000, required: true }) version = '';
  @Line({ label: 'templates.name', max: 40, required: true }) name = '';
  @Prose({ label: 'templates.text', max: 8000, required: true }) text = '';
}

/** A placeholder that nobody fills in would be printed in a letter. */
export function wrongPlaceholder(form: FormResult<TemplateForm>): FormResult<TemplateForm> {
  const name = form.ok ? unknownPlaceholder(form.value.text) : null;
  if (!form.ok || name === null) return form;
  return { ok: false, typed: { ...form.value }, errors: { text: msg('templates.unknownPlace', { name }) } };
}
