import { beijingDate } from '../../calendar/index.js';
import { namedFor } from '../../handling/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { Staff } from '../../organization/index.js';
import type { Proposal } from '../proposal.entity.js';
import type { Counterpart } from '../proposals.repository.js';
import type { ProposalPolicy } from '../proposal.policy.js';
import type { Surroundings } from './show.presenter.js';
import { signaturesText } from '../signing/web/signatures-words.js';
import { categoryName, kindName } from './words.js';

interface Row {
  readonly term: Message;
  readonly text: Message | string;
  readonly href?: string;
}

/** The facts column. Names of seconders, phone and mail only for those who need them. */
export function presentFacts(proposal: Proposal, policy: ProposalPolicy, around: Surroundings): { rows: Row[] } {
  const { people } = around;
  const knows = policy.knowsProposers(proposal);
  const author = people.get(proposal.authorId)!;
  const unit = around.authorUnit ?? author.unit.name;
  const joint = proposal.joints.filter((one) => one.hasJoined).map(({ staffId }) => people.get(staffId)!);
  return {
    rows: [
      ...around.honours.map((honour) => ({ term: msg('awards.honour.title'), ...honour })),
      row('author', namedFor({ name: author.name, unit, isHidden: proposal.nameHidden }, knows)),
      ...(isUnsignedSuggestion(proposal) ? [] : [row('kind', kindName(proposal.kind))]),
      ...(knows && joint.length > 0 ? [row('joint', joint.map(nameOf).join('、'))] : []),
      ...(knows && around.delegation ? [row('delegation', around.delegation.name)] : []),
      ...(knows ? around.counterparts.flatMap(counterpartRows) : []),
      row('category', categoryName(proposal.category) ?? msg('proposals.notYet')),
      row('wishedUnit', around.unitName ?? msg('proposals.noWish')),
      ...signaturesRow(proposal, around),
      ...secondersOf(proposal, policy, people),
      row('publish', msg(proposal.publishable ? 'proposals.publish.yes' : 'proposals.publish.no')),
      ...paperOf(proposal, people),
      ...secrecyOf(proposal, knows),
      ...(policy.seesContact(proposal) ? contactOf(author) : []),
    ],
  };
}

/** A suggestion asks for no signatures. */
function isUnsignedSuggestion({ handedInAs, seconds }: Proposal): boolean {
  return handedInAs === 'suggestion' && !seconds.some(({ status }) => status === 'seconded');
}

/** What was passed upward was signed below, and says so there. */
function signaturesRow(proposal: Proposal, { session }: Surroundings): Row[] {
  const isSignedBelow = proposal.seconds.length === 0 && proposal.passedFrom !== null;
  if (isUnsignedSuggestion(proposal) || isSignedBelow) return [];
  return [row(proposal.kind === 'collective' ? 'members' : 'seconders', signaturesText(proposal, session))];
}

function secondersOf(proposal: Proposal, policy: ProposalPolicy, people: ReadonlyMap<string, Staff>): Row[] {
  const signed = proposal.seconds.filter(({ status }) => status === 'seconded');
  if (!policy.seesSeconders(proposal) || signed.length === 0) return [];
  const names = proposal.kind === 'collective' ? 'memberNames' : 'seconderNames';
  return [row(names, signed.map(({ staffId }) => people.get(staffId)!.name).join('、'))];
}

/** Where it came from, or where it is now and what became of it there: those below may know the outcome, not the record. */
function counterpartRows({ isBelow, serial, congress, secondCount, isReadable, status, cases }: Counterpart): Row[] {
  const text = isBelow ? msg('passing.facts.fromText', { congress, serial, n: secondCount }) : `${congress} ${serial}`;
  const href = isReadable ? { href: `/proposals/${serial}` } : {};
  const place = { term: msg(`passing.facts.${isBelow ? 'from' : 'to'}`), text, ...href };
  if (isBelow) return [place];
  const outcome = { term: msg('passing.facts.status'), text: msg(`proposals.status.${status}`) };
  return [place, outcome, ...cases.map(caseRow)];
}

function caseRow({ number, outcomeClass }: Counterpart['cases'][number]): Row {
  const outcome = outcomeClass === null ? '@passing.facts.noReply' : `@proposals.outcome.${outcomeClass}`;
  return { term: msg('passing.facts.case'), text: msg('passing.facts.caseText', { number, outcome }) };
}

/** That the matter is confidential nobody sees who may not know of the matter; that a name is hidden everybody sees. */
function secrecyOf({ confidentiality, nameHidden }: Proposal, knows: boolean): Row[] {
  const handling = { term: msg('secrecy.fact.handling'), text: msg(`secrecy.fact.${confidentiality}`) };
  const name = { term: msg('secrecy.fact.name'), text: msg('secrecy.name.yes') };
  return [...(nameHidden && knows ? [name] : []), ...(confidentiality === 'none' || !knows ? [] : [handling])];
}

/** Everybody sees who typed it in, and when. */
function paperOf({ enteredBy, enteredAt, receivedOn }: Proposal, people: ReadonlyMap<string, Staff>): Row[] {
  if (enteredBy === null) return [];
  const params = { name: people.get(enteredBy)?.name ?? '', date: beijingDate(enteredAt!), received: receivedOn! };
  return [{ term: msg('paper.fact'), text: msg('paper.factText', params) }];
}

function contactOf({ phone, mail }: Staff): Row[] {
  return [...(phone ? [row('phone', phone)] : []), ...(mail ? [row('mail', mail)] : [])];
}

function nameOf({ name, unit }: Staff): string {
  return `${name}（${unit.name}）`;
}

function row(term: string, text: Message | string): Row {
  return { term: msg(`proposals.facts.${term}`), text };
}
