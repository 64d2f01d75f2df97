import { type CaseReaders, replyAudience } from '../../handling/index.js';
import { fingerprint } from '../../ledger/index.js';
import { dayOf, type Kit } from './kit.js';
import type { CaseEnd } from './plan.js';
import type { HandlingUnit, Person } from './school.js';

export interface Outcome {
  readonly outcomeClass: string;
  readonly rating: 'satisfied' | 'mostly' | 'dissatisfied';
  readonly promisedOn: string | null;
}

export interface Answering {
  readonly caseId: string;
  readonly assignmentId: string;
  readonly title: string;
  readonly lead: HandlingUnit;
  readonly leader: Person;
  readonly parties: readonly Person[];
  readonly readers: CaseReaders;
  readonly isPublished: boolean;
  readonly outcome: Outcome;
  readonly sentAt: Date;
  readonly headAt: Date | null;
  readonly signedAt: Date | null;
  readonly ratedAt: Date | null;
}

/** Which class the reply had and how it was received. */
export function outcomeOf(status: CaseEnd, { random, school }: Kit): Outcome {
  const promised = status === 'follow_up' ? 'B' : random.weighted({ A: 48, B: 26, C: 21, D: 5 });
  const outcomeClass = status === 'rated' && promised === 'B' ? 'C' : promised;
  const rating = status === 'rated' ? 'dissatisfied' : random.weighted({ satisfied: 70, mostly: 24, dissatisfied: 6 });
  return { outcomeClass, rating, promisedOn: outcomeClass === 'B' ? dayOf(school.now, random.whole(-200, 300)) : null };
}

/** The reply with its signatures, and what the parties thought of it. */
export class ReplyStory {
  private readonly id: string;

  constructor(
    private readonly answering: Answering,
    private readonly kit: Kit,
  ) {
    this.id = kit.random.id(answering.sentAt);
  }

  enter(): void {
    const { lead, leader, headAt, signedAt } = this.answering;
    this.enterReply();
    if (headAt) this.enterSignature('head', lead.head, headAt);
    if (signedAt) this.enterSignature('leader', leader, signedAt);
    this.enterRatings();
  }

  private enterReply(): void {
    const { caseId, assignmentId, title, lead, readers, isPublished, outcome, sentAt, signedAt } = this.answering;
    const { outcomeClass, promisedOn } = outcome;
    const text = this.kit.writer.reply(title, lead.name);
    const promise = promisedOn && '按答复所列安排完成，并在公开栏公布结果。';
    const responsible = promisedOn && lead.head.name;
    const number = signedAt && this.numberOf(signedAt);
    const content = [number, outcomeClass, text, promise, promisedOn, responsible];
    const unit = [`unit_officer:${lead.id}`, `unit_head:${lead.id}`];
    this.kit.book.add('reply', {
      id: this.id,
      case_id: caseId,
      assignment_id: assignmentId,
      round: 1,
      status: signedAt ? 'signed' : 'at_head',
      version: 1,
      text,
      outcome_class: outcomeClass,
      promise,
      promised_on: promisedOn,
      responsible,
      number,
      drafted_by: lead.officer.id,
      updated_at: sentAt,
      signed_at: signedAt,
      fingerprint: signedAt && fingerprint(JSON.stringify(content)),
      audience: signedAt ? replyAudience(readers, isPublished) : unit,
    });
  }

  private numberOf(signedAt: Date): string {
    const { short } = this.answering.lead;
    const year = dayOf(signedAt).slice(0, 4);
    return `${short}复〔${year}〕${this.kit.numbers.next(`reply:${short}:${year}`)}号`;
  }

  private enterSignature(part: 'head' | 'leader', person: Person, at: Date): void {
    const { random, book } = this.kit;
    const under = { id: random.id(at), reply_id: this.id, version: 1, part };
    book.add('reply_signature', { ...under, staff_id: person.id, signed_at: at });
  }

  private enterRatings(): void {
    const { parties, caseId, ratedAt, outcome } = this.answering;
    const isBad = outcome.rating === 'dissatisfied';
    for (const party of ratedAt ? parties : [])
      this.kit.book.add('rating', {
        id: this.kit.random.id(ratedAt!),
        case_id: caseId,
        round: 1,
        staff_id: party.id,
        attitude: isBad ? 'mostly' : outcome.rating,
        result: outcome.rating,
        reason: isBad ? '答复没有说明什么时候解决。' : null,
        on_paper: false,
        rated_at: ratedAt,
      });
  }
}
