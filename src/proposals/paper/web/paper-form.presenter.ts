import { beijingDate } from '../../../calendar/index.js';
import { sessionName } from '../../../congress/index.js';
import { namedFor } from '../../../handling/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import { paragraphsOf } from '../../../web/index.js';
import type { Proposal } from '../../proposal.entity.js';
import type { ProposalPolicy } from '../../proposal.policy.js';
import type { Surroundings } from '../../web/show.presenter.js';
import { signaturesText } from '../../signing/web/signatures-words.js';
import { categoryName, kindName } from '../../web/words.js';

type Line = Message | string;

interface Cell {
  readonly term: Message;
  readonly lines: readonly Line[];
  /** Over how many columns of the sheet. */
  readonly span: 1 | 3;
  /** Paragraphs of a text; the others are short facts. */
  readonly prose?: true;
  /** Room to write by hand. */
  readonly tall?: true;
}

type Row = readonly Cell[];

/** For `proposals/paper-form`. The public variant has no phone, no seconders by name and no hidden name. */
export function presentPaperForm(proposal: Proposal, policy: ProposalPolicy, around: Surroundings, isPublic: boolean) {
  const { ref, serial, decidedAt } = proposal;
  const title = msg('paper.sheet.title');
  return {
    pageTitle: title,
    paper: { title, number: serial, back: { href: `/proposals/${ref}`, text: msg('paper.sheet.back') } },
    session: sessionName(around.session),
    variant: policy.seesSeconders(proposal) && !isPublic ? { href: `/proposals/${ref}/form?variant=public` } : null,
    rows: [
      ...headRows(proposal, policy, around, isPublic),
      ...matterRows(proposal, around),
      ...decisionRows(proposal, around),
    ],
    seal: { unit: msg('paper.sheet.committee'), date: decidedAt && beijingDate(decidedAt) },
  };
}

/** Short facts stand two in a line. */
function headRows(proposal: Proposal, policy: ProposalPolicy, around: Surroundings, isPublic: boolean): Row[] {
  const { people, delegation, session, unitName } = around;
  const knows = isPublic ? !proposal.nameHidden : policy.knowsProposers(proposal);
  const author = people.get(proposal.authorId)!;
  const named = (name: string, unit: string) => namedFor({ name, unit, isHidden: proposal.nameHidden }, knows);
  const joint = proposal.joints
    .filter(({ hasJoined }) => knows && hasJoined)
    .map(({ staffId }) => people.get(staffId)!);
  const phone = !isPublic && policy.seesContact(proposal) ? (author.phone ?? author.mail ?? '') : '';
  const signed = secondersOf(proposal, around, !isPublic && policy.seesSeconders(proposal));
  const { submittedAt, publishable } = proposal;
  return [
    row('caseTitle', proposal.title),
    ...inPairs([
      half('author', named(author.name, around.authorUnit ?? author.unit.name)),
      ...(knows && delegation ? [half('delegation', delegation.name)] : []),
      ...(phone === '' ? [] : [half('phone', phone)]),
      half('kind', kindName(proposal.kind)),
      half('category', categoryName(proposal.category) ?? '—'),
      half(
        'submittedOn',
        submittedAt ? onDay(beijingDate(submittedAt)) : msg('paper.sheet.notYet'),
        ...paperOf(proposal),
      ),
      half('wishedUnit', unitName ?? msg('proposals.noWish')),
      half('publish', msg(publishable ? 'proposals.publish.yes' : 'proposals.publish.no')),
    ]),
    ...(joint.length > 0 ? [row('joint', ...joint.map(({ name, unit }) => named(name, unit.name)))] : []),
    row('seconders', ...(signed.length > 0 ? signed : [signaturesText(proposal, session)])),
  ];
}

function secondersOf({ seconds }: Proposal, { people }: Surroundings, isNamed: boolean): Line[] {
  if (!isNamed) return [];
  return seconds
    .filter(({ status }) => status === 'seconded')
    .map(({ staffId, answeredAt }) => {
      const { name, unit } = people.get(staffId)!;
      return msg('paper.sheet.seconder', { name, unit: unit.name, date: beijingDate(answeredAt!) });
    });
}

function paperOf({ receivedOn }: Proposal): Line[] {
  return receivedOn === null ? [] : [msg('paper.sheet.onPaper', { date: receivedOn })];
}

function matterRows({ reason, measures }: Proposal, { files }: Surroundings): Row[] {
  return [
    [{ ...cell(3, 'reason', ...paragraphsOf(reason)), prose: true }],
    [{ ...cell(3, 'measures', ...paragraphsOf(measures)), prose: true }],
    ...(files.length > 0 ? [row('files', ...files.map(({ name }) => name))] : []),
  ];
}

/** What was decided, or room to write it; the seal has its place beside it. */
function decisionRows({ status, decidedAt, decisionNote }: Proposal, { cases, reason }: Surroundings): Row[] {
  if (decidedAt === null) return [[{ ...cell(3, 'decision', msg('paper.sheet.choices')), tall: true }]];
  const numbers = cases.map(({ number }) => number);
  const said = [reason, ...paragraphsOf(decisionNote ?? '')].filter((line) => line !== null && line !== '');
  const lines = [msg(`proposals.status.${status}`), ...numbers, ...(said as string[]), onDay(beijingDate(decidedAt))];
  return [[{ ...cell(3, 'decision', ...lines), tall: true }]];
}

function onDay(date: string): Message {
  return msg('handling.on', { date });
}

/** A whole line of the sheet, or half of one. */
function cell(span: Cell['span'], name: string, ...lines: Line[]): Cell {
  return { term: msg(`paper.sheet.${name}`), lines, span };
}

function half(name: string, ...lines: Line[]): Cell {
  return cell(1, name, ...lines);
}

function row(name: string, ...lines: Line[]): Row {
  return [cell(3, name, ...lines)];
}

function inPairs(cells: readonly Cell[]): Row[] {
  return cells.flatMap((one, i) => {
    if (i % 2 === 1) return [];
    const next = cells[i + 1];
    return [next ? [one, next] : [{ ...one, span: 3 as const }]];
  });
}
