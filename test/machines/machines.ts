import { NoticePolicy } from '../../src/disclosure/notice.policy.js';
import { noticeWorkflow } from '../../src/disclosure/notice-workflow.js';
import { caseWorkflow } from '../../src/handling/case/case-workflow.js';
import { CasePolicy } from '../../src/handling/case/case.policy.js';
import { ReplyPolicy } from '../../src/handling/reply/reply.policy.js';
import { replyWorkflow } from '../../src/handling/reply/reply-workflow.js';
import { Actor, type Workflow } from '../../src/kernel/index.js';
import { ProposalPolicy } from '../../src/proposals/proposal.policy.js';
import { proposalWorkflow } from '../../src/proposals/proposal-workflow.js';
import { inviteToSecond } from '../../src/proposals/signing/second-steps.js';
import { handledCase, PLAYERS } from '../handling/made.js';
import { CONGRESS, deed, delegate, person, secondingOf, signedBy } from '../proposals/draft.js';
import { cast, units } from '../support/cast.js';
import { drafted, inHandling } from '../replies/papers.js';

export interface Machine {
  readonly workflow: Workflow<string, string>;
  readonly players: Readonly<Record<string, Actor>>;
  /** The steps that the policy offers to the player when the record is in this state. */
  offers(status: string, player: Actor): readonly string[];
}

const DELEGATION = 'delegation-1';
const BYSTANDERS = {
  supervisor: person('纪检', 'supervisor', `supervisor:${units.jlu.id}`),
  administrator: person('管理员', 'administrator', 'site_administrator', `administrator:${units.jlu.id}`),
  staff: person('职工', 'staff'),
  visitor: Actor.visitor(),
};

/** Every machine with those who play a part around it, each record made without a database and set into each state. */
export const MACHINES: readonly Machine[] = [proposal(), ofCase(), reply(), notice()];

function proposal(): Machine {
  const author = delegate('吴敏');
  const [seconder, invited] = [delegate('林晓'), delegate('赵刚')];
  const record = signedBy(secondingOf(author), author, seconder);
  inviteToSecond(record, invited.staffId!, deed(author));
  Object.assign(record, { delegationId: DELEGATION });
  const committee = (role: string, congress = CONGRESS) =>
    person(role, 'committee', `committee:${congress}`, role, `${role}:${congress}`);
  const players = {
    author,
    seconder,
    invited,
    colleague: delegate('孙悦'),
    head: person('团长', 'delegate', `congress:${CONGRESS}`, `delegation_head:${DELEGATION}`),
    deputy: person('副团长', 'delegate', `congress:${CONGRESS}`, `delegation_deputy:${DELEGATION}`),
    otherHead: person('外团团长', 'delegate', `congress:${CONGRESS}`, 'delegation_head:other'),
    member: committee('committee_member'),
    secretary: committee('committee_secretary'),
    chair: committee('committee_chair'),
    presidium: person('主席团', 'presidium', `presidium:${CONGRESS}`),
    otherChair: committee('committee_chair', 'another'),
    ...BYSTANDERS,
  };
  const policy = (actor: Actor) => new ProposalPolicy(actor);
  return machine(proposalWorkflow, players, (status, actor) => policy(actor).offers(Object.assign(record, { status })));
}

function ofCase(): Machine {
  const record = handledCase();
  return machine(caseWorkflow, PLAYERS, (status, actor) =>
    new CasePolicy(actor).offers(Object.assign(record, { status })),
  );
}

function reply(): Machine {
  const record = inHandling();
  const paper = drafted(record);
  return machine(replyWorkflow, PLAYERS, (status, actor) =>
    new ReplyPolicy(actor).offers(Object.assign(paper, { status }), record),
  );
}

function notice(): Machine {
  const unitId = units.cw.id;
  const holder = (role: string, unit = unitId) => person(role, role, `${role}:${unit}`);
  const roles = ['publisher', 'unit_head', 'secrecy_reviewer', 'disclosure_office'] as const;
  const players = {
    ...Object.fromEntries(roles.map((role) => [role, holder(role)])),
    ...Object.fromEntries(roles.map((role) => [`${role} elsewhere`, holder(role, units.hq.id)])),
    ...BYSTANDERS,
  };
  const subject = { unitId, congressId: null, draftedBy: cast.mei.id };
  return machine(noticeWorkflow, players, (status, actor) =>
    new NoticePolicy(actor).offers({ ...subject, status } as never),
  );
}

function machine<S extends string, A extends string>(
  workflow: Workflow<S, A>,
  players: Readonly<Record<string, Actor>>,
  offers: (status: S, player: Actor) => readonly A[],
): Machine {
  return { workflow, players, offers } as unknown as Machine;
}
