import { type Actor, mayRead, type Rule } from '../kernel/index.js';
import { workersOn } from './notice-audience.js';
import { type NoticeAction, type NoticeStatus, noticeWorkflow } from './notice-workflow.js';

/** What of a notice the rules ask for. */
export interface NoticeSubject {
  readonly unitId: string;
  readonly status: NoticeStatus;
  readonly congressId: string | null;
  readonly draftedBy: string;
}

type NoticeRule = Rule<NoticeSubject>;

const holderOf =
  (role: string): NoticeRule =>
  (actor, { unitId }) =>
    actor.is(role, unitId) ? role : null;

const publisher = holderOf('publisher');
const head = holderOf('unit_head');
const reviewer = holderOf('secrecy_reviewer');
const office = holderOf('disclosure_office');
/** Only for the result of a case of their congress. */
const committee: NoticeRule = (actor, { congressId }) =>
  ['committee_chair', 'committee_secretary'].find((role) => actor.is(role, congressId)) ?? null;

/** Who may take which step; complete by its type. */
const RULES: Record<NoticeAction, NoticeRule> = {
  edit: publisher,
  discard: publisher,
  submit: publisher,
  recall: publisher,
  approve: head,
  return_by_head: head,
  clear: reviewer,
  doubt: reviewer,
  block: reviewer,
  publish: office,
  return_by_office: office,
  post_result: committee,
  revise: publisher,
  supersede: office,
  withdraw: office,
};

/** Steps that follow from another one and have no button of their own. */
const WITHOUT_BUTTON: readonly NoticeAction[] = ['supersede', 'post_result'];

export class NoticePolicy {
  constructor(private readonly actor: Actor) {}

  /** In which role the actor may take the step, or null. */
  roleFor(action: NoticeAction, notice: NoticeSubject): string | null {
    return RULES[action](this.actor, notice);
  }

  permits(action: NoticeAction, notice: NoticeSubject): boolean {
    return this.roleFor(action, notice) !== null;
  }

  /** Exactly the buttons that are shown. */
  offers(notice: NoticeSubject): NoticeAction[] {
    return noticeWorkflow
      .availableFrom(notice.status)
      .filter((action) => !WITHOUT_BUTTON.includes(action) && this.permits(action, notice));
  }

  /** The way through the approvals, names and reasons included. */
  seesProcess(notice: NoticeSubject): boolean {
    return mayRead(workersOn(notice), this.actor) || this.actor.isPerson(notice.draftedBy);
  }
}
