import type { Audience } from '../kernel/index.js';
import type { ProposalRecord } from './proposal-record.js';
import type { ProposalStatus } from './proposal-workflow.js';

const IN_PREPARATION: readonly ProposalStatus[] = ['draft', 'seconding', 'delegation_check'];
/** They prepare what their delegation proposes. */
const POSTS = ['delegation_head', 'delegation_deputy', 'delegation_secretary'];
const ACCEPTED: readonly ProposalStatus[] = ['filed', 'merged', 'converted'];

/** Who may read a proposal, by its status (the only place where this is decided). */
export function audienceOf(proposal: ProposalRecord): Audience {
  if (proposal.status === 'withdrawn' && proposal.serial === null) return people(proposal);
  if (IN_PREPARATION.includes(proposal.status))
    return [...people(proposal), ...invited(proposal), ...checkers(proposal)];
  const signers = proposal.status === 'returned' ? invited(proposal) : seconders(proposal);
  return [...people(proposal), ...signers, ...institutions(proposal), ...everybody(proposal)];
}

function people({ kind, delegationId, authorId, speakerId, joints }: ProposalRecord): Audience {
  const writers = speakerId === null ? [authorId] : [authorId, speakerId];
  const proposers = [...writers, ...joints.filter((joint) => joint.isNamed).map((joint) => joint.staffId)].map(person);
  return kind === 'collective' ? [...proposers, ...POSTS.map((post) => `${post}:${delegationId}`)] : proposers;
}

function invited({ seconds }: ProposalRecord): Audience {
  return seconds
    .filter(({ status }) => status === 'invited' || status === 'seconded')
    .map(({ staffId }) => person(staffId));
}

function checkers({ status, delegationId }: ProposalRecord): Audience {
  if (status !== 'delegation_check') return [];
  return [`delegation_head:${delegationId}`, `delegation_deputy:${delegationId}`];
}

function seconders({ seconds }: ProposalRecord): Audience {
  return seconds.filter(({ status }) => status === 'seconded').map(({ staffId }) => person(staffId));
}

function institutions({ congressId, congressUnitId, status }: ProposalRecord): Audience {
  const presidium = status === 'referred' ? [`presidium:${congressId}`] : [];
  return [`committee:${congressId}`, `supervisor:${congressUnitId}`, ...presidium];
}

function everybody({ status, publishable, confidential }: ProposalRecord): Audience {
  return ACCEPTED.includes(status) && publishable && !confidential ? ['staff', 'public'] : [];
}

function person(staffId: string): string {
  return `person:${staffId}`;
}
