import { type Message, msg, newId } from '../../../kernel/index.js';
import { FormView, paragraphsOf } from '../../../web/index.js';
import type { NoteOwner } from '../internal-note.entity.js';
import type { NoteDesk } from '../internal-notes.service.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { presentCaseCrumbs } from '../../case/web/case-tags.js';

/** For `cases/note-pads`: what each owner wrote, and a form to write more. */
export function presentNotePads({ record, pads, people }: NoteDesk, form = new FormView()): object {
  const [only, ...others] = pads.map(({ owner }) => ({ value: ownerId(owner), text: titleOfPad(owner, record) }));
  return {
    heading: others.length > 0 ? msg('notes.title') : only!.text,
    severalPads: others.length > 0,
    writing: msg('notes.writing'),
    address: `/cases/${record.ref}/notes`,
    note: form.field('note'),
    owners: others.length > 0 ? form.choice('owner', [only!, ...others]) : null,
    hidden: [{ name: 'id', value: newId() }, ...(others.length === 0 ? [{ name: 'owner', value: only!.value }] : [])],
    pads: pads.map(({ owner, notes }) => ({
      title: titleOfPad(owner, record),
      notes: notes.map(({ text, writtenBy, writtenAt }) => ({
        by: people.get(writtenBy)?.name ?? '',
        at: writtenAt.toISOString(),
        paragraphs: paragraphsOf(text),
      })),
    })),
  };
}

export function presentNotePage(desk: NoteDesk, form = new FormView()): object {
  const title = msg('notes.title');
  return {
    pageTitle: title,
    breadcrumbs: presentCaseCrumbs(desk.record),
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    head: { title, lead: desk.record.title },
    ...presentNotePads(desk, form),
  };
}

function titleOfPad({ unitId }: NoteOwner, { assignments }: HandlingCase): Message {
  const unit = assignments.find((one) => one.unitId === unitId)?.unit.name;
  return unit === undefined ? msg('notes.ofCommittee') : msg('notes.ofUnit', { unit });
}

function ownerId({ unitId, congressId }: NoteOwner): string {
  return unitId ?? congressId ?? '';
}
