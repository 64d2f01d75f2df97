import { caseAudience } from '../../handling/index.js';
import { CaseCourse } from './case-course.js';
import { chainOf, type Happening } from './chain.js';
import { dayOf } from './kit.js';
import { ReplyStory } from './replies.js';
import type { Person } from './school.js';

const SIGN_DAYS = 5;
const LEAD_DAYS = 42;
const ASSISTING_DAYS = 21;

/** One case from its opening to where it stands, with everything that hangs on it. */
export class CaseStory extends CaseCourse {
  enter(): void {
    this.enterCase();
    this.enterOriginsAndParties();
    this.enterAssignments();
    this.enterContact();
    this.enterReply();
    this.enterEvents();
  }

  private enterCase(): void {
    const { kit, outcome, proposals } = this;
    const { planned, text, publishable, decidedAt } = proposals[0]!;
    const [assignedAt, repliedAt] = [this.momentOf('assign'), this.momentOf('issue_reply')];
    const concludedAt = planned.caseStatus === 'concluded' ? this.moments.at(-1)! : null;
    kit.book.add('handling_case', {
      id: this.id,
      ...this.numbered,
      kind: this.kind,
      congress_id: kit.school.congressId,
      session_id: planned.session.id,
      title: text.title,
      category: text.category,
      status: planned.caseStatus,
      leader_id: assignedAt && this.leader.id,
      lead_unit_id: assignedAt && this.lead.id,
      round: 1,
      outcome_class: repliedAt && outcome.outcomeClass,
      final_rating: concludedAt && outcome.rating,
      publishable,
      confidential: false,
      ...this.keyMark(),
      opened_at: decidedAt,
      assigned_at: assignedAt,
      sign_by: assignedAt && dayOf(assignedAt, SIGN_DAYS),
      due_on: assignedAt && dayOf(assignedAt, LEAD_DAYS),
      replied_at: repliedAt,
      rate_by: repliedAt && dayOf(repliedAt, 14),
      rated_at: this.momentOf('rate'),
      promise_due_on: repliedAt && outcome.promisedOn,
      concluded_at: concludedAt,
      published_at: this.isPublished ? repliedAt : null,
      audience: caseAudience(this.readers()),
      version: 1,
    });
  }

  /** One in twenty is a key proposal, led by the leader in charge. */
  private keyMark(): object {
    const key_case = this.kit.random.chance(0.05);
    return { key_case, key_leader_id: key_case ? this.leader.id : null };
  }

  private enterOriginsAndParties(): void {
    const { id: caseId, kit, proposals, parties } = this;
    proposals.forEach(({ id, serial, text, author }, i) =>
      kit.book.add('case_origin', {
        case_id: caseId,
        origin_type: 'proposal',
        origin_id: id,
        ref: serial,
        title: text.title,
        reason: text.reason,
        measures: text.measures,
        author_name: author.name,
        author_unit: author.unitName,
        author_id: author.id,
        position: i + 1,
      }),
    );
    parties.forEach(({ id }, i) =>
      kit.book.add('case_party', {
        case_id: caseId,
        staff_id: id,
        part: i === 0 ? 'lead' : 'joint',
        origin_ids: proposals.map((one) => one.id),
      }),
    );
  }

  private enterAssignments(): void {
    const { kit, units } = this;
    const assignedAt = this.momentOf('assign')!;
    const [signedAt, opinionAt, sentAt, repliedAt] = ['sign_for', 'log_contact', 'submit_reply', 'issue_reply'].map(
      (one) => this.momentOf(one),
    );
    units.forEach(({ id, officer }, i) => {
      const doneAt = (i === 0 ? repliedAt : opinionAt) ?? null;
      const opinion = i > 0 && doneAt ? kit.writer.opinion() : null;
      kit.book.add('assignment', {
        id: i === 0 ? this.leadAssignmentId : kit.random.id(assignedAt),
        case_id: this.id,
        unit_id: id,
        part: i === 0 ? 'lead' : 'assisting',
        status: doneAt ? 'done' : i === 0 && sentAt ? 'in_sign_off' : signedAt ? 'in_handling' : 'to_sign',
        assigned_at: assignedAt,
        sign_by: dayOf(assignedAt, SIGN_DAYS),
        due_on: dayOf(assignedAt, i === 0 ? LEAD_DAYS : ASSISTING_DAYS),
        signed_for_at: signedAt,
        signed_for_by: signedAt && officer.id,
        opinion,
        opinion_at: opinion && doneAt,
        opinion_by: opinion && officer.id,
        done_at: doneAt,
      });
    });
  }

  private enterContact(): void {
    const at = this.momentOf('log_contact');
    const { random, writer, book } = this.kit;
    if (at === null) return;
    book.add('contact', {
      id: random.id(at),
      case_id: this.id,
      round: 1,
      happened_on: dayOf(at),
      way: random.pick(['visit', 'phone', 'meeting', 'mail']),
      head_present: random.chance(0.3),
      summary: writer.contact(),
      logged_by: this.lead.officer.id,
      logged_at: at,
    });
  }

  private enterReply(): void {
    const sentAt = this.momentOf('submit_reply');
    if (sentAt === null) return;
    const { id: caseId, leadAssignmentId: assignmentId, lead, leader, parties, outcome, isPublished } = this;
    const { title } = this.proposals[0]!.text;
    const moments = {
      sentAt,
      headAt: this.momentOf('sign_reply'),
      signedAt: this.momentOf('issue_reply'),
      ratedAt: this.momentOf('rate'),
    };
    const belongs = { caseId, assignmentId, title, lead, leader, parties, readers: this.readers(), isPublished };
    new ReplyStory({ ...belongs, ...moments, outcome }, this.kit).enter();
  }

  private enterEvents(): void {
    const { kit, road, moments, lead, leader, units, numbered } = this;
    const { school } = kit;
    const posts = { committee_chair: school.chair, committee_secretary: school.secretary, unit_officer: lead.officer };
    const actors: Record<string, Person> = { ...posts, unit_head: lead.head, leader, party: this.parties[0]! };
    const happenings = road.map(([action, to, role], i): Happening => {
      const from = i === 0 ? null : road[i - 1]![1];
      return { action, by: actors[role]!, role, at: moments[i]!, ...(from === to ? {} : { from, to }) };
    });
    const unitIds = { lead: units[0]?.id ?? null, assisting: units.slice(1).map(({ id }) => id) };
    const assignedAt = this.momentOf('assign');
    const dueOn = assignedAt && dayOf(assignedAt, LEAD_DAYS);
    const data = { ...numbered, title: this.proposals[0]!.text.title, unitIds, dueOn, round: 1 };
    kit.book.add('ledger_event', ...chainOf('case', this.id, data, happenings, kit.random));
  }
}
