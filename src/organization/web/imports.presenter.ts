import { type Message, msg, pageOf, pageRequest } from '../../kernel/index.js';
import { presentPager } from '../../web/index.js';
import { OUTCOMES, type RowOutcome, type RowResult } from '../import/import-kind.js';
import type { ImportPreview } from '../import/imports.js';
import type { ImportColumn } from '../import/sheet-rows.js';

const ADMIN = { text: msg('organization.admin.title'), href: '/admin' };
const SHOWN = 50;
const TONES: Record<RowOutcome, string> = { error: 'bad', new: 'good', changed: 'info', unchanged: 'neutral' };

export interface ImportFormFacts {
  readonly title: Message;
  readonly lead: Message;
  readonly action: string;
  readonly template: string;
  readonly back: { readonly text: Message; readonly href: string };
  readonly columns: readonly ImportColumn[];
}

export function presentImportForm(facts: ImportFormFacts, error: Message | null) {
  return {
    pageTitle: facts.title,
    breadcrumbs: [ADMIN, facts.back],
    errorSummary: error && { errors: [{ href: '#file', text: error }] },
    lead: facts.lead,
    action: facts.action,
    template: facts.template,
    file: { name: 'file', error },
    columns: facts.columns.map(({ header, required, example }) => ({
      header,
      need: msg(required ? 'organization.import.required' : 'organization.import.optional'),
      example,
    })),
  };
}

/** The rows of one outcome; without a choice, those that need attention first. */
export function presentImport({ draft, kind, results, counts }: ImportPreview, query: Record<string, unknown>) {
  const shown = OUTCOMES.find((outcome) => outcome === query.show) ?? OUTCOMES.find((outcome) => counts[outcome] > 0)!;
  const rows = results.filter(({ outcome }) => outcome === shown);
  const request = pageRequest(query.page, SHOWN);
  const start = (request.number - 1) * SHOWN;
  const address = `/admin/imports/${draft.id}`;
  const back = { href: kind.address(draft.scopeId), text: msg(`organization.import.kinds.${kind.name}`) };
  return {
    pageTitle: msg('organization.import.preview', { file: draft.fileName }),
    breadcrumbs: [ADMIN, back],
    back,
    confirmed: draft.isConfirmed,
    hasErrors: counts.error > 0,
    nothing: counts.error + counts.new + counts.changed === 0,
    summary: msg('organization.import.summary', { ...counts, total: results.length }),
    tabs: {
      label: msg('organization.import.tabs'),
      items: OUTCOMES.map((outcome) => ({
        text: msg(`organization.import.outcomes.${outcome}`),
        href: `${address}?show=${outcome}`,
        current: outcome === shown,
        count: counts[outcome],
      })),
    },
    rows: rows.slice(start, start + SHOWN).map(presentRow),
    pager: presentPager(pageOf(rows, rows.length, request), address, { show: shown ?? '' }),
    confirm: {
      action: `${address}/confirmation`,
      text: msg('organization.import.confirm', { count: counts.new + counts.changed }),
      tone: 'primary',
    },
  };
}

function presentRow({ line, label, outcome, changes, errors }: RowResult) {
  return {
    line,
    label,
    outcome: { tone: TONES[outcome], text: msg(`organization.import.outcomes.${outcome}`) },
    changes: changes.map(({ header, from, to }) => ({ header, from: from || null, to: to || null })),
    errors,
  };
}
