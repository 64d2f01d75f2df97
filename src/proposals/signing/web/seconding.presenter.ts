import { type Actor, type Message, msg } from '../../../kernel/index.js';
import type { Staff } from '../../../organization/index.js';
import { type FormView, paragraphsOf } from '../../../web/index.js';
import type { FoundDelegate } from '../delegate-search.js';
import type { Circumstances } from '../../proposal-conditions.js';
import type { ProposalSecond, SecondStatus } from '../proposal-second.entity.js';
import type { Proposal } from '../../proposal.entity.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import type { SignedText } from '../signed-text.entity.js';
import { answerBy, windowFor } from './filing-words.js';
import { personOf, type Search } from './joint.presenter.js';
import { presentMatterChanges } from '../../web/matter-changes.presenter.js';
import { SIGNING, type SigningWords } from './signing-words.js';
import { presentSubmission } from '../../writing/web/submission.presenter.js';
import { signaturesText } from './signatures-words.js';
import { type TagView, type Tone } from '../../web/words.js';

type People = ReadonlyMap<string, Staff>;

interface AroundSecond {
  readonly circumstances: Circumstances;
  readonly people: People;
  /** What this person signed. */
  readonly signed: SignedText | null;
}

const TONE: Record<SecondStatus, Tone> = { invited: 'wait', seconded: 'good', declined: 'bad', cancelled: 'neutral' };

/** The author's page: who was asked, who signed, what is missing. */
export function presentSeconders(proposal: Proposal, circumstances: Circumstances, search: Search): object {
  const { ref, title, seconds, status } = proposal;
  const isOpen = proposalWorkflow.isAvailable('invite', proposal.status);
  const submission = presentSubmission(proposal, circumstances);
  return {
    pageTitle: msg('proposals.seconders.title'),
    proposalTitle: title,
    href: `/proposals/${ref}`,
    isOpen,
    over: isOpen ? null : msg(status === 'draft' ? 'proposals.seconders.notBegun' : 'proposals.seconders.over'),
    progress: signaturesText(proposal, circumstances.session),
    window: windowFor(proposal, circumstances),
    search: { action: `/proposals/${ref}/seconders`, value: search.text },
    found: search.found.map((delegate) => presentFound(proposal, delegate)),
    nothingFound: search.text !== '' && search.found.length === 0 ? msg('proposals.seconders.nobody') : null,
    seconds: seconds.map((second) => presentInvited(proposal, second, search.people, isOpen)),
    submit: isOpen && submission,
    isReady: isOpen && submission.missing.length === 0,
    isWaiting: isOpen && submission.missing.length > 0,
    edit: { href: `/proposals/${ref}/draft`, text: msg('proposals.actions.edit'), tone: 'secondary' },
    withdraw: { href: `/proposals/${ref}/withdrawal`, text: msg('proposals.actions.withdraw'), tone: 'text' },
  };
}

/** The page of the one who is asked. */
export function presentSecond(proposal: Proposal, around: AroundSecond, form: FormView, actor: Actor): object {
  const { circumstances, people, signed } = around;
  const { ref, title, reason, measures, authorId, joints } = proposal;
  const own = proposal.secondOf(actor.staffId)!;
  const isOpen = proposalWorkflow.isAvailable('second', proposal.status);
  const words = SIGNING[proposal.kind === 'collective' ? 'collective' : 'usual'];
  return {
    pageTitle: words.title,
    words,
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    title,
    href: `/proposals/${ref}`,
    author: personOf(people, authorId),
    joints: joints.filter((joint) => joint.hasJoined).map(({ staffId }) => personOf(people, staffId).name),
    reason: paragraphsOf(reason),
    measures: paragraphsOf(measures),
    said: saidBy(own, proposal, words),
    asksAgain: own.status === 'seconded' && own.isWanted(proposal.textVersion),
    changes: signed && signed.version !== proposal.textVersion ? presentMatterChanges(signed, proposal) : [],
    mark: [{ name: 'mark', value: proposal.matterMark }],
    isOpen: isOpen && !own.countsFor(proposal.textVersion),
    isOver: !isOpen,
    progress: signaturesText(proposal, circumstances.session),
    answerBy: answerBy(circumstances),
    action: `/proposals/${ref}/second`,
    answer: form.choice('answer', words.answers),
    remark: form.field('remark'),
  };
}

function presentFound(proposal: Proposal, delegate: FoundDelegate): object {
  const { staffId, name, number, unit, delegation } = delegate;
  const own = proposal.secondOf(staffId);
  const isProposer = staffId === proposal.authorId || proposal.jointOf(staffId)?.isNamed === true;
  const isAsked = own?.status === 'invited' || own?.status === 'seconded';
  const why = isProposer
    ? msg('proposals.cannotInvite.joint')
    : isAsked
      ? msg('proposals.seconders.alreadyAsked')
      : null;
  const tag = why && { tone: 'neutral', text: why };
  const button = why ? null : invitationOf(proposal, staffId);
  return { name, number, unit, delegation, tag, button };
}

function invitationOf({ ref }: Proposal, staffId: string): object {
  return {
    action: `/proposals/${ref}/seconders`,
    text: msg('proposals.actions.invitePerson'),
    tone: 'secondary',
    hidden: [{ name: 'staffId', value: staffId }],
  };
}

function presentInvited(proposal: Proposal, second: ProposalSecond, people: People, isOpen: boolean): object {
  const canCancel = isOpen && second.isWanted(proposal.textVersion);
  return {
    ...personOf(people, second.staffId),
    remark: second.remark,
    tag: tagOf(second, proposal.textVersion, !proposal.isStanding(second.staffId)),
    at: (second.answeredAt ?? second.invitedAt).toISOString(),
    button: canCancel && {
      action: `/proposals/${proposal.ref}/seconders/${second.id}/cancellation`,
      text: msg('proposals.actions.cancelInvitation'),
      tone: 'text',
    },
  };
}

function tagOf(second: ProposalSecond, textVersion: number, isGone: boolean): TagView {
  if (isGone) return { tone: 'neutral', text: msg('filing.left.notCounted') };
  const isOutdated = second.status === 'seconded' && second.isWanted(textVersion);
  if (isOutdated) return { tone: 'wait', text: msg('proposals.secondStatus.again') };
  return { tone: TONE[second.status], text: msg(`proposals.secondStatus.${second.status}`) };
}

function saidBy(own: ProposalSecond, proposal: Proposal, words: SigningWords): Message | null {
  if (own.countsFor(proposal.textVersion)) return words.done;
  return own.status === 'declined' ? words.declined : null;
}
