import type { CaseFact, FormFact, SessionFacts } from './facts.js';
import { FORM_GROUPS, groupOf } from './forms.js';
import { casesAmong, isRateName, type RateName, RATES } from './rates.js';

/** What one figure counts: its parts, each with its forms or cases. */
export interface FigureList {
  readonly name: 'received' | 'filed' | RateName;
  readonly parts: readonly { readonly name: string; readonly items: readonly (FormFact | CaseFact)[] }[];
}

/** Null for a figure that does not exist. */
export function listBehind(name: string, { forms, cases, asOf }: SessionFacts): FigureList | null {
  if (name === 'received') {
    const groups = FORM_GROUPS.map((group) => ({
      name: group,
      items: forms.filter((form) => groupOf(form) === group),
    }));
    return { name, parts: [{ name: 'all', items: forms }, ...groups] };
  }
  if (name === 'filed') return { name, parts: [{ name: 'all', items: cases }] };
  if (!isRateName(name)) return null;
  const among = casesAmong(name, cases, asOf);
  const { counted } = RATES[name];
  return {
    name,
    parts: [
      { name: 'counted', items: among.filter((one) => counted(one, asOf)) },
      { name: 'rest', items: among.filter((one) => !counted(one, asOf)) },
    ],
  };
}

export function isCase(item: FormFact | CaseFact): item is CaseFact {
  return 'number' in item;
}
