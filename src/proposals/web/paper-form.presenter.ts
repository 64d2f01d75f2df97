import { beijingDate } from '../../calendar/index.js';
import { sessionName } from '../../congress/index.js';
import { namedFor } from '../../handling/index.js';
import { type Message, msg } from '../../kernel/index.js';
import { paragraphsOf } from '../../web/index.js';
import type { Proposal } from '../proposal.entity.js';
import type { ProposalPolicy } from '../proposal.policy.js';
import type { Surroundings } from './show.presenter.js';
import { signaturesText } from './signatures-words.js';
import { categoryName, kindName } from './words.js';

type Line = Message | string;

interface Row {
  readonly term: Message;
  readonly lines: readonly Line[];
  /** Room to write by hand. */
  readonly tall?: true;
}

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

function headRows(proposal: Proposal, policy: ProposalPolicy, around: Surroundings, isPublic: boolean): Row[] {
  const { people, delegation, session } = around;
  const knows = isPublic ? !proposal.nameHidden : policy.knowsProposers(proposal);
  const author = people.get(proposal.authorId)!;
  const named = (staffId: string) => {
    const { name, unit } = people.get(staffId)!;
    return namedFor({ name, unit: unit.name, isHidden: proposal.nameHidden }, knows);
  };
  const joint = knows ? proposal.joints.filter(({ hasJoined }) => hasJoined).map(({ staffId }) => named(staffId)) : [];
  const phone = !isPublic && policy.seesContact(proposal) ? [author.phone, author.mail].filter(Boolean).join('　') : '';
  return [
    row('caseTitle', proposal.title),
    row('author', named(proposal.authorId)),
    ...(joint.length > 0 ? [row('joint', ...joint)] : []),
    ...(knows && delegation ? [row('delegation', delegation.name)] : []),
    ...(phone === '' ? [] : [row('phone', phone)]),
    row('kind', kindName(proposal.kind), categoryName(proposal.category) ?? '—'),
    row(
      'seconders',
      ...secondersOf(proposal, around, !isPublic && policy.seesSeconders(proposal)),
      signaturesText(proposal, session),
    ),
    row(
      'submittedOn',
      proposal.submittedAt ? onDay(beijingDate(proposal.submittedAt)) : msg('paper.sheet.notYet'),
      ...paperOf(proposal),
    ),
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

function matterRows({ reason, measures, publishable }: Proposal, { unitName, files }: Surroundings): Row[] {
  return [
    row('reason', ...paragraphsOf(reason)),
    row('measures', ...paragraphsOf(measures)),
    ...(files.length > 0 ? [row('files', ...files.map(({ name }) => name))] : []),
    row('wishedUnit', unitName ?? msg('proposals.noWish')),
    row('publish', msg(publishable ? 'proposals.publish.yes' : 'proposals.publish.no')),
  ];
}

/** What was decided, or room to write it. */
function decisionRows({ status, decidedAt, decisionNote }: Proposal, { cases, reason }: Surroundings): Row[] {
  if (decidedAt === null) return [{ ...row('decision', msg('paper.sheet.choices')), tall: true }];
  const numbers = cases.map(({ number }) => number);
  const said = [reason, ...paragraphsOf(decisionNote ?? '')].filter((line) => line !== null && line !== '');
  return [
    row(
      'decision',
      msg(`proposals.status.${status}`),
      ...numbers,
      ...(said as string[]),
      onDay(beijingDate(decidedAt)),
    ),
  ];
}

function onDay(date: string): Message {
  return msg('handling.on', { date });
}

function row(name: string, ...lines: Line[]): Row {
  return { term: msg(`paper.sheet.${name}`), lines };
}
