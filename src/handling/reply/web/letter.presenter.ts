import { beijingDate } from '../../../calendar/index.js';
import { msg } from '../../../kernel/index.js';
import { paragraphsOf } from '../../../web/index.js';
import type { CaseFile } from '../../case/case-reader.js';

/** 交办单: what the units are charged with, on one sheet. */
export function presentLetter({ record, people, events }: CaseFile) {
  const leader = record.leaderId === null ? '' : (people.get(record.leaderId)?.name ?? '');
  const row = (name: string, ...lines: (string | object)[]) => ({ term: msg(`handling.letter.${name}`), lines });
  const title = msg(record.kind === 'proposal' ? 'handling.letter.title' : 'handling.letter.titleOther');
  return {
    pageTitle: title,
    paper: {
      title,
      number: record.number,
      back: { href: `/cases/${record.ref}`, text: msg('handling.letter.back') },
    },
    rows: [
      row('case', record.title),
      row(
        'origin',
        ...record.origins.map(({ ref, authorName: name, authorUnit: unit, nameHidden: isHidden }) =>
          msg('handling.letter.originText', { ref, by: isHidden ? '@secrecy.nameless' : `${name}（${unit}）` }),
        ),
      ),
      row(record.isSeparate ? 'separateLeads' : 'lead', record.leadNames),
      ...(record.assisting.length > 0
        ? [row('assisting', record.assisting.map(({ unit }) => unit.name).join('、'))]
        : []),
      row('leader', leader),
      ...(record.round === 1
        ? [row('signBy', msg('handling.on', { date: record.signBy! }))]
        : [row('round', msg('handling.flag.round', { n: record.round }))]),
      row('dueOn', msg('handling.on', { date: record.extendedUntil ?? record.dueOn! })),
      ...record.assisting.slice(0, 1).map(({ dueOn }) => row('opinionBy', msg('handling.on', { date: dueOn }))),
      row('measures', ...record.origins.flatMap(({ part, measures }) => paragraphsOf(part ?? measures))),
      row('duties', msg('handling.letter.dutiesText')),
    ],
    seal: { unit: record.congress.name, date: beijingDate(chargedAt(record, events)) },
  };
}

const CHARGING = new Set(['assign', 'grant_return', 'reassign', 'order_second_handling', 'order_final_handling']);

/** The letter bears the day of the order it prints: the assignment, or the further round. */
function chargedAt({ assignedAt, round }: CaseFile['record'], events: CaseFile['events']): Date {
  const ordered = events.findLast(({ action }) => CHARGING.has(action));
  return round === 1 ? assignedAt! : (ordered?.at ?? assignedAt!);
}
