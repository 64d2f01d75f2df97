import type { Actor, Rule } from '../kernel/index.js';
import type { FiledProposal } from '../proposals/index.js';
import type { AwardAction } from './award-workflow.js';

/** What the rules ask for: whose congress, which delegation speaks, which proposal it is about. */
export interface AwardSubject {
  readonly congressId: string;
  readonly delegationId?: string;
  readonly proposal?: FiledProposal;
}

type AwardRule = Rule<AwardSubject>;

const delegationLeader: AwardRule = (actor, { delegationId }) =>
  ['delegation_head', 'delegation_deputy'].find((post) => actor.is(post, delegationId ?? null)) ?? null;

/** A head is never the only one who holds an own proposal for the best: another head or deputy says so. */
const nominator: AwardRule = (actor, subject) =>
  subject.proposal?.isProposer(actor.staffId) ? null : delegationLeader(actor, subject);

const judge: AwardRule = (actor, { congressId, proposal }) =>
  proposal?.involves(actor.staffId)
    ? null
    : (['committee_chair', 'committee_member'].find((role) => actor.is(role, congressId)) ?? null);

const chair: AwardRule = (actor, { congressId }) =>
  actor.is('committee_chair', congressId) ? 'committee_chair' : null;

/** The office of the committee. */
const office: AwardRule = (actor, { congressId }) =>
  ['committee_chair', 'committee_secretary'].find((role) => actor.is(role, congressId)) ?? null;

const RULES: Record<AwardAction, AwardRule> = {
  schedule: office,
  nominate: nominator,
  withdraw_nomination: delegationLeader,
  score: judge,
  decide: chair,
  announce: office,
};

/** Without the presidium, which has no part in the awards. */
const COMMITTEE = ['committee_chair', 'committee_member', 'committee_secretary'];

export class AwardPolicy {
  constructor(private readonly actor: Actor) {}

  /** In which role the actor may take the step, or null. */
  roleFor(action: AwardAction, subject: AwardSubject): string | null {
    return RULES[action](this.actor, subject);
  }

  permits(action: AwardAction, subject: AwardSubject): boolean {
    return this.roleFor(action, subject) !== null;
  }

  /** Scores and the numbers of the units before the decision. */
  seesScores({ congressId }: AwardSubject): boolean {
    return COMMITTEE.some((role) => this.actor.is(role, congressId));
  }
}
