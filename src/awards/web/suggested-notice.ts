import type { Staff } from '../../organization/index.js';
import type { FiledProposal } from '../../proposals/index.js';
import type { AwardWinner } from '../award-rows.entity.js';

type Texts = (key: string, params?: Record<string, string>) => string;

export interface Decided {
  readonly winners: readonly AwardWinner[];
  readonly proposals: readonly FiledProposal[];
  readonly people: ReadonlyMap<string, Staff>;
  /** The numbers of term and session, as they are read: 八, 三. */
  readonly session: { readonly term: string; readonly number: string };
}

/** The notice as it would be published without a change: who is awarded, and for what. */
export function suggestedNotice({ winners, proposals, people, session }: Decided, text: Texts) {
  const say = (key: string) => text(`awards.notice.${key}`, session);
  const citations = new Map(winners.map(({ proposalId, citation }) => [proposalId, citation]));
  const best = proposals.map(({ id, ref, title, ...one }) => [ref, title, namesOf(one), citations.get(id)!]);
  const units = winners.flatMap(({ unitName, citation }) => (unitName === null ? [] : [[unitName, citation]]));
  const namesOfUnits = units.length > 0 ? [`## ${say('units')}`, table([say('unit'), say('citation')], units)] : [];
  const head = [say('ref'), say('proposal'), say('proposers'), say('citation')];
  const namesOfBest = best.length > 0 ? [`## ${say('proposals')}`, table(head, best)] : [];
  return { title: say('title'), body: [say('lead'), ...namesOfBest, ...namesOfUnits].join('\n\n') };

  function namesOf({ nameHidden, proposerIds }: Pick<FiledProposal, 'nameHidden' | 'proposerIds'>): string {
    if (nameHidden) return text('secrecy.nameless');
    return proposerIds.map((id) => people.get(id)?.name ?? '').join('、');
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

/** A bar would begin another cell. */
function cell(text: string): string {
  return text.replaceAll('|', '／');
}
