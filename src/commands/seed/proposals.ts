import { proposalAudience } from './audiences.js';
import { chainOf, type Happening } from './chain.js';
import { dayOf, type Kit } from './kit.js';
import type { Planned, ProposalEnd } from './plan.js';
import type { Person } from './school.js';
import type { Written } from './writer.js';

type Step = readonly [action: string, to: ProposalEnd, role: 'author' | 'committee_secretary' | 'committee_chair'];

const BEGUN: readonly Step[] = [['edit', 'draft', 'author']];
const SECONDED: readonly Step[] = [...BEGUN, ['start_seconding', 'seconding', 'author']];
const SUBMITTED: readonly Step[] = [...SECONDED, ['submit', 'submitted', 'author']];
const TAKEN_UP: readonly Step[] = [...SUBMITTED, ['take_up', 'under_review', 'committee_secretary']];
const ROADS: Readonly<Record<ProposalEnd, readonly Step[]>> = {
  draft: BEGUN,
  seconding: SECONDED,
  submitted: SUBMITTED,
  returned: [...SUBMITTED, ['return_for_completion', 'returned', 'committee_secretary']],
  under_review: TAKEN_UP,
  referred: [...TAKEN_UP, ['refer', 'referred', 'committee_chair']],
  filed: [...TAKEN_UP, ['file', 'filed', 'committee_chair']],
  merged: [...TAKEN_UP, ['merge', 'merged', 'committee_chair']],
  converted: [...TAKEN_UP, ['convert', 'converted', 'committee_chair']],
  declined: [...TAKEN_UP, ['decline', 'declined', 'committee_chair']],
  withdrawn: [...BEGUN, ['discard', 'withdrawn', 'author']],
};
const DECIDED: readonly ProposalEnd[] = ['filed', 'merged', 'converted', 'declined'];
const DECLINE_CODES = ['outside_remit', 'own_unit', 'already_solved', 'no_conditions', 'no_measure', 'repeat'];
const REVIEW_DAYS = 14;

/** One proposal from its first word to the decision of the committee. */
export class ProposalStory {
  readonly id: string;
  readonly author: Person;
  readonly joint: Person | null;
  readonly text: Written;
  readonly serial: string | null;
  readonly publishable: boolean;
  private readonly seconders: readonly Person[];
  private readonly moments: readonly Date[];
  private readonly road: readonly Step[];

  constructor(
    readonly planned: Planned,
    private readonly kit: Kit,
  ) {
    const { school, random, writer, numbers } = kit;
    const { session, status } = planned;
    const people = session.isPresent && school.delegates.length > 10 ? school.delegates : school.people;
    const [author, ...others] = random.some(people, 5) as [Person, ...Person[]];
    this.author = author;
    this.joint = random.chance(0.15) ? others.pop()! : null;
    this.seconders = others.slice(0, random.whole(2, 3));
    this.road = ROADS[status];
    const [from, until] = [session.from.getTime(), Math.min(session.until.getTime(), school.now.getTime())];
    const span = status === 'filed' || status === 'converted' ? 0.5 : 0.9; // cases need the rest of the time
    const begun = from + (until - from) * 0.4 * random.next();
    this.moments = random.moments(begun, from + (until - from) * span, this.road.length);
    this.id = random.id(this.moments[0]!);
    this.text = writer.proposal(author.unitName);
    this.publishable = random.chance(0.9);
    this.serial = null;
    if (this.has('submit')) {
      const year = dayOf(this.momentOf('submit')!).slice(0, 4);
      this.serial = `${year}-${String(numbers.next(`proposal-${year}`)).padStart(4, '0')}`;
    }
  }

  get decidedAt(): Date {
    return this.moments.at(-1)!;
  }

  enter(): void {
    this.enterProposal();
    this.enterJoint();
    this.enterSeconds();
    this.enterEvents();
  }

  private enterProposal(): void {
    const { planned, kit, publishable, author, moments } = this;
    const { school, random, book } = kit;
    const { session, status } = planned;
    const submittedAt = this.momentOf('submit');
    const isDeclined = status === 'declined';
    book.add('proposal', {
      id: this.id,
      serial: this.serial,
      session_id: session.id,
      congress_id: school.congressId,
      congress_unit_id: school.congressUnitId,
      author_id: author.id,
      delegation_id: session.isPresent ? author.delegationId : null,
      status,
      ...this.text,
      publishable,
      publish_refusal: publishable ? '' : '涉及个人情况，只请有关单位知悉。',
      confidential: false,
      key_words: [],
      kind: this.joint ? 'joint' : 'individual',
      text_version: 1,
      submitted_version: this.serial ? 1 : null,
      version: 1,
      created_at: moments[0],
      saved_at: moments[0],
      submitted_at: submittedAt,
      review_by: submittedAt && dayOf(submittedAt, REVIEW_DAYS),
      taken_up_at: this.momentOf('take_up'),
      return_note: status === 'returned' ? '请补充具体数据和建议措施。' : null,
      decided_at: DECIDED.includes(status) ? this.decidedAt : null,
      decision_note: isDeclined ? '此事已列入学校年度计划，正在办理。' : null,
      decline_code: isDeclined ? random.pick(DECLINE_CODES) : null,
      audience: proposalAudience({ ...this.people(), status, serial: this.serial, publishable, school }),
    });
  }

  private enterJoint(): void {
    const at = this.moments[0]!;
    if (this.joint === null) return;
    this.kit.book.add('proposal_joint', {
      id: this.kit.random.id(at),
      proposal_id: this.id,
      staff_id: this.joint.id,
      status: 'joined',
      invited_at: at,
      answered_at: at,
    });
  }

  private enterSeconds(): void {
    if (!this.has('start_seconding')) return;
    const [invitedAt, at] = [this.moments[0], this.moments[1]!];
    for (const person of this.seconders)
      this.kit.book.add('proposal_second', {
        id: this.kit.random.id(at),
        proposal_id: this.id,
        staff_id: person.id,
        status: 'seconded',
        text_version: 1,
        remark: '',
        invited_at: invitedAt,
        answered_at: at,
      });
  }

  private enterEvents(): void {
    const { kit, id, serial, author, joint, text, planned, road, moments } = this;
    const { school, book, random } = kit;
    const facts = { ref: serial, id, title: text.title, authorId: author.id, jointIds: joint ? [joint.id] : [] };
    const data = { ...facts, sessionId: planned.session.id, congressId: school.congressId };
    const actors = { author, committee_secretary: school.secretary, committee_chair: school.chair };
    const happenings = road.map(([action, to, role], i): Happening => {
      const from = i === 0 ? null : road[i - 1]![1];
      return { action, by: actors[role], role, at: moments[i]!, from, to };
    });
    book.add('ledger_event', ...chainOf('proposal', id, data, happenings, random));
  }

  private people(): { author: Person; joint: Person | null; seconders: readonly Person[] } {
    return { author: this.author, joint: this.joint, seconders: this.seconders };
  }

  private has(action: string): boolean {
    return this.road.some(([one]) => one === action);
  }

  private momentOf(action: string): Date | null {
    return this.moments[this.road.findIndex(([one]) => one === action)] ?? null;
  }
}
