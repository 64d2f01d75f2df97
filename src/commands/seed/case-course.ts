import { caseNumber, type CaseReaders } from '../../handling/index.js';
import { type CaseStep, roadTo } from './case-roads.js';
import { DAY_MS, type Kit } from './kit.js';
import type { ProposalStory } from './proposals.js';
import { type Outcome, outcomeOf } from './replies.js';
import type { HandlingUnit, Person } from './school.js';

const SPAN_DAYS = 150;

/** What happens to one case, when, and by whom. */
export class CaseCourse {
  readonly id: string;
  protected readonly leadAssignmentId: string;
  protected readonly road: readonly CaseStep[];
  protected readonly moments: readonly Date[];
  protected readonly numbered: { readonly ref: string; readonly number: string };
  protected readonly kind: 'proposal' | 'suggestion';
  protected readonly units: readonly HandlingUnit[];
  protected readonly lead: HandlingUnit;
  protected readonly leader: Person;
  protected readonly parties: readonly Person[];
  protected readonly outcome: Outcome;
  protected readonly isPublished: boolean;

  /** The first proposal opened it, the others were merged into it. */
  constructor(
    protected readonly proposals: readonly ProposalStory[],
    protected readonly kit: Kit,
  ) {
    const { school, random, numbers } = kit;
    const [first] = proposals as [ProposalStory];
    const { session, status, caseStatus } = first.planned;
    this.outcome = outcomeOf(caseStatus!, kit);
    this.road = roadTo(caseStatus!, this.outcome.outcomeClass);
    const start = first.decidedAt.getTime();
    const end = Math.min(start + SPAN_DAYS * DAY_MS, school.now.getTime());
    this.moments = [first.decidedAt, ...random.moments(start, end, this.road.length - 1)];
    this.id = random.id(first.decidedAt);
    this.leadAssignmentId = random.id(first.decidedAt);
    this.kind = status === 'converted' ? 'suggestion' : 'proposal';
    const place = { term: session.term, session: session.number, congressCode: '' };
    this.numbered = caseNumber(this.kind, place, numbers.next(`case:${session.id}:${this.kind}`));
    this.units = this.momentOf('assign') === null ? [] : random.some(school.units, random.whole(1, 3));
    this.lead = this.units[0] ?? school.units[0]!;
    this.leader = random.pick(school.leaders);
    const proposers = proposals.flatMap(({ author, joint }) => (joint ? [author, joint] : [author]));
    this.parties = proposers.filter((one, i) => proposers.findIndex(({ id }) => id === one.id) === i);
    this.isPublished = this.momentOf('issue_reply') !== null && first.publishable && random.chance(0.6);
  }

  protected momentOf(action: string): Date | null {
    return this.moments[this.road.findIndex(([one]) => one === action)] ?? null;
  }

  /** Those whom the audience of the case is made of. */
  protected readers(): CaseReaders {
    const { school } = this.kit;
    const readers = {
      kind: 'proposal',
      publishedAt: null,
      congressId: school.congressId,
      congress: { unitId: school.congressUnitId },
      parties: this.parties.map(({ id }) => ({ staffId: id })),
      assignments: this.units.map(({ id }, i) => ({ unitId: id, part: i === 0 ? 'lead' : 'assisting', isVoid: false })),
      leadUnitId: this.units[0]?.id ?? null,
      leaderId: this.units.length === 0 ? null : this.leader.id,
      publishable: this.proposals[0]!.publishable,
      confidential: false,
    };
    return readers as unknown as CaseReaders; // ids are all that an audience needs
  }
}
