import type { CaseResult } from '../case-results.js';

type Texts = (key: string, params?: Record<string, string>) => string;

const LONGEST_TITLE = 100;

/** The notice as it would be posted without a change: the matter, the unit, the reply. */
export function suggestedResult({ record, reply }: CaseResult, text: Texts): { title: string; body: string } {
  const title = text('disclosure.result.noticeTitle', { title: record.title });
  const outcome = text(`disclosure.result.class.${reply.outcomeClass}`);
  const body = [
    `## ${text('disclosure.result.matter')}`,
    ...record.origins.map(({ reason }) => reason),
    `## ${text('disclosure.result.outcome')}`,
    text('disclosure.result.unit', { unit: reply.unit, outcome }),
    reply.text,
  ];
  return { title: [...title].slice(0, LONGEST_TITLE).join(''), body: body.join('\n\n') };
}
