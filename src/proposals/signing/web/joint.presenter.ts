import { type Actor, type Message, msg } from '../../../kernel/index.js';
import type { Staff } from '../../../organization/index.js';
import { type FormView, paragraphsOf } from '../../../web/index.js';
import type { FoundDelegate } from '../delegate-search.js';
import type { JointStatus } from '../joint-proposer.entity.js';
import type { Proposal } from '../../proposal.entity.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import { type Tone } from '../../web/words.js';

type People = ReadonlyMap<string, Staff>;

/** Delegates who could be asked: what was looked for, and who was found. */
export interface Search {
  readonly people: People;
  readonly found: readonly FoundDelegate[];
  readonly text: string;
}

const TONE: Record<JointStatus, Tone> = { invited: 'wait', joined: 'good', left: 'neutral' };

export function presentJoint(proposal: Proposal, { people, found, text }: Search, form: FormView): object {
  const { ref, joints, title } = proposal;
  const isOpen = proposalWorkflow.isAvailable('invite_joint', proposal.status);
  const pageTitle = msg('proposals.joint.title');
  return {
    pageTitle,
    title: pageTitle,
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    proposalTitle: title || msg('proposals.untitled'),
    isOpen,
    search: { action: `/proposals/${ref}/joint`, value: text },
    found: found.map((delegate) => presentFound(proposal, delegate)),
    nothingFound: text !== '' && found.length === 0 ? msg('proposals.seconders.nobody') : null,
    joints: joints.map(({ id, staffId, status, isNamed }) => ({
      ...personOf(people, staffId),
      tag: { tone: TONE[status], text: msg(`proposals.jointStatus.${status}`) },
      button: isOpen && isNamed ? removal(ref, id) : null,
    })),
    back: `/proposals/${ref}/draft`,
  };
}

export function presentParticipation(proposal: Proposal, people: People, actor: Actor): object {
  const { ref, title, reason, measures, authorId, status } = proposal;
  const isOpen = proposalWorkflow.isAvailable('join', status);
  return {
    pageTitle: msg('proposals.participation.title'),
    proposalTitle: title || msg('proposals.untitled'),
    author: personOf(people, authorId),
    reason: paragraphsOf(reason),
    measures: paragraphsOf(measures),
    hasJoined: proposal.jointOf(actor.staffId)!.hasJoined,
    isOpen,
    action: `/proposals/${ref}/participation`,
  };
}

export function personOf(people: People, staffId: string): { name: string; number: string; unit: string } {
  const { name, number, unit } = people.get(staffId)!;
  return { name, number, unit: unit.name };
}

function presentFound(proposal: Proposal, { staffId, name, number, unit, delegation }: FoundDelegate): object {
  const why = cannotJoin(proposal, staffId);
  return {
    name,
    number,
    unit,
    delegation,
    tag: why && { tone: 'neutral', text: why },
    button: why ? null : asking(proposal, number),
  };
}

function cannotJoin(proposal: Proposal, staffId: string): Message | null {
  if (staffId === proposal.authorId) return msg('proposals.cannotInvite.author');
  if (proposal.jointOf(staffId)?.isNamed) return msg('proposals.seconders.alreadyAsked');
  const second = proposal.secondOf(staffId)?.status;
  return second === 'invited' || second === 'seconded' ? msg('proposals.cannotInvite.seconder') : null;
}

function asking({ ref }: Proposal, number: string): object {
  return {
    action: `/proposals/${ref}/joint`,
    text: msg('proposals.actions.addJoint'),
    tone: 'secondary',
    hidden: [{ name: 'number', value: number }],
  };
}

function removal(ref: string, id: string): object {
  return {
    action: `/proposals/${ref}/joint/${id}/removal`,
    text: msg('proposals.actions.removeJoint'),
    tone: 'text',
  };
}
