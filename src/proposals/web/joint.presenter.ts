import { type Actor, msg } from '../../kernel/index.js';
import type { Staff } from '../../organization/index.js';
import { type FormView, paragraphsOf } from '../../web/index.js';
import type { JointStatus } from '../joint-proposer.entity.js';
import type { Proposal } from '../proposal.entity.js';
import { proposalWorkflow } from '../proposal-workflow.js';
import { type Tone } from './words.js';

type People = ReadonlyMap<string, Staff>;

const TONE: Record<JointStatus, Tone> = { invited: 'wait', joined: 'good', left: 'neutral' };

export function presentJoint(proposal: Proposal, people: People, form: FormView): object {
  const { ref, joints, title } = proposal;
  const isOpen = proposalWorkflow.isAvailable('invite_joint', proposal.status);
  const pageTitle = msg('proposals.joint.title');
  return {
    pageTitle,
    title: pageTitle,
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    proposalTitle: title || msg('proposals.untitled'),
    isOpen,
    action: `/proposals/${ref}/joint`,
    number: form.field('number'),
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

function removal(ref: string, id: string): object {
  return {
    action: `/proposals/${ref}/joint/${id}/removal`,
    text: msg('proposals.actions.removeJoint'),
    tone: 'text',
  };
}
