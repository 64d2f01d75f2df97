import { presentAttachments } from '../../../files/index.js';
import { msg } from '../../../kernel/index.js';
import { paragraphsOf } from '../../../web/index.js';
import type { FiledPaper } from '../dossier.service.js';

/** For `dossier/paper`: what was filed, by whom, when, with its evidence. */
export function presentPaper({ paper, files }: FiledPaper) {
  const { kind, percent, heldOn, attendees, withoutFiles, writerName, writtenAt, text } = paper;
  return {
    title: msg(`dossier.kind.${kind}`, { percent: percent ?? 0 }),
    by: msg('dossier.by', { name: writerName }),
    at: writtenAt.toISOString(),
    held: heldOn === null ? null : msg('dossier.held', { date: heldOn, who: attendees ?? '' }),
    paragraphs: paragraphsOf(text),
    files: files.length === 0 ? null : presentAttachments(files),
    without: withoutFiles === null ? null : msg('dossier.without', { reason: withoutFiles }),
  };
}

/** The report of one of several separate leads names its unit. */
export function presentReport(report: FiledPaper, unit: string | null) {
  const view = presentPaper(report);
  return unit === null ? view : { ...view, by: msg('dossier.byUnit', { unit, name: report.paper.writerName }) };
}

export type PaperView = ReturnType<typeof presentPaper>;
