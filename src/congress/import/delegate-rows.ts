import { msg } from '../../kernel/index.js';
import type { CellError, ImportColumn, RowResult, SheetRow, Staff } from '../../organization/index.js';
import type { Delegate, Delegation } from '../delegate.entity.js';
import type { DelegateDetails } from '../roster-administration.js';

export const DELEGATE_COLUMNS: readonly ImportColumn[] = [
  { key: 'number', header: '工号', required: true, example: '2009017' },
  { key: 'name', header: '姓名', required: true, example: '吴敏' },
  { key: 'delegation', header: '代表团', required: true, example: '1' },
  { key: 'kind', header: '类别', required: false, example: '正式代表' },
  { key: 'post', header: '职务', required: false, example: '团长' },
];

const HEADERS = Object.fromEntries(DELEGATE_COLUMNS.map(({ key, header }) => [key, header]));
const KINDS: Readonly<Record<string, Delegate['kind']>> = {
  '': 'delegate',
  正式代表: 'delegate',
  代表: 'delegate',
  列席: 'observer',
  列席代表: 'observer',
  特邀: 'invited',
  特邀代表: 'invited',
};
const POSTS: Readonly<Record<string, Delegate['post']>> = {
  '': null,
  团长: 'head',
  副团长: 'deputy',
  秘书: 'secretary',
};
const KIND_NAMES: Record<Delegate['kind'], string> = { delegate: '正式代表', observer: '列席', invited: '特邀' };
const POST_NAMES = { head: '团长', deputy: '副团长', secretary: '秘书' } as const;

export interface SeatPlan {
  readonly seat: Delegate | null;
  readonly staffId: string;
  readonly details: DelegateDetails;
}

export interface RosterFacts {
  readonly people: ReadonlyMap<string, Staff>;
  readonly delegations: readonly Delegation[];
  /** Seats of the term by staff id, ended ones too. */
  readonly seats: ReadonlyMap<string, Delegate>;
  readonly today: string;
}

/** What one row of a list of delegates would do. The name is there to catch a mistyped number. */
export function readDelegateRow(row: SheetRow, facts: RosterFacts): { result: RowResult; plan: SeatPlan | null } {
  const {
    number = '',
    name = '',
    delegation: delegationText = '',
    kind: kindText = '',
    post: postText = '',
  } = row.cells;
  const person = facts.people.get(number);
  const delegation = facts.delegations.find((one) => [String(one.number), one.name].includes(delegationText));
  const [kind, post] = [KINDS[kindText], POSTS[postText]];
  const errors: CellError[] = [];
  const complain = (key: string, problem: CellError['problem']) => errors.push({ header: HEADERS[key]!, problem });
  if (number === '') complain('number', msg('organization.import.problem.required'));
  else if (!person?.active) complain('number', msg('congress.import.nobody', { number }));
  else if (person.name !== name) complain('name', msg('congress.import.otherName', { number, name: person.name }));
  if (kind === undefined) complain('kind', msg('congress.import.kind'));
  if (post === undefined) complain('post', msg('congress.import.post'));
  if (delegationText === '' ? kind === 'delegate' : !delegation)
    complain('delegation', msg('congress.import.delegation', { name: delegationText }));
  const label = [number, name].filter(Boolean).join(' ');
  if (errors.length > 0 || !person || kind === undefined || post === undefined)
    return { result: { line: row.line, label, outcome: 'error', changes: [], errors }, plan: null };
  const details = { delegationId: delegation?.id ?? null, kind, post };
  const seat = facts.seats.get(person.id) ?? null;
  const result = resultOf(row.line, label, seat, details, facts);
  return { result, plan: { seat, staffId: person.id, details } };
}

function resultOf(
  line: number,
  label: string,
  seat: Delegate | null,
  details: DelegateDetails,
  { delegations, today }: RosterFacts,
): RowResult {
  const sits = seat !== null && (seat.validUntil === null || seat.validUntil >= today);
  if (!sits) return { line, label, outcome: 'new', changes: [], errors: [] };
  const nameOf = (id: string | null) => delegations.find((one) => one.id === id)?.name ?? '';
  const texts: readonly (readonly [key: string, from: string, to: string])[] = [
    ['delegation', nameOf(seat.delegationId), nameOf(details.delegationId)],
    ['kind', KIND_NAMES[seat.kind], KIND_NAMES[details.kind]],
    ['post', postName(seat.post), postName(details.post)],
  ];
  const changes = texts
    .filter(([, from, to]) => from !== to)
    .map(([key, from, to]) => ({ header: HEADERS[key]!, from, to }));
  return { line, label, outcome: changes.length > 0 ? 'changed' : 'unchanged', changes, errors: [] };
}

function postName(post: Delegate['post']): string {
  return post === null ? '' : POST_NAMES[post];
}
