import { type CongressSession, type Delegation, type Honour, sessionNameAmong } from '../../congress/index.js';
import type { CaseSummary, TimelineEvent } from '../../handling/index.js';
import type { AttachmentView } from '../../files/index.js';
import { type Message, msg } from '../../kernel/index.js';
import type { LedgerEntry } from '../../ledger/index.js';
import type { Staff } from '../../organization/index.js';
import { paragraphsOf } from '../../web/index.js';
import type { DeclinedPartView } from '../deciding/decline-reasons.js';
import type { Proposal } from '../proposal.entity.js';
import type { ProposalPolicy } from '../proposal.policy.js';
import type { Counterpart } from '../proposals.repository.js';
import { presentFacts } from './facts.presenter.js';
import { secondLookText, signingNext, windowFor } from '../signing/web/filing-words.js';
import { presentLeft } from '../leaving/web/left.presenter.js';
import { wayOf } from './proposal-way.js';
import { presentSteps } from './steps.presenter.js';
import { presentTimeline, type Sight } from './timeline.presenter.js';
import { marksOf, statusTag, type TagView } from './words.js';

/** Everything around a proposal that its page shows. */
export interface Surroundings {
  readonly session: CongressSession;
  readonly delegation: Delegation | undefined;
  readonly people: ReadonlyMap<string, Staff>;
  readonly unitName: string | null;
  /** As it was when the proposal was handed in. */
  readonly authorUnit: string | null;
  /** Its case; several where it was split. */
  readonly cases: readonly CaseSummary[];
  readonly files: readonly AttachmentView[];
  /** The paper form that was typed in. */
  readonly scans: readonly AttachmentView[];
  /** What of it was not filed when it was split. */
  readonly declinedParts: readonly DeclinedPartView[];
  /** What it was awarded. */
  readonly honours: readonly Honour[];
  readonly events: readonly LedgerEntry[];
  /** The public steps of its case. */
  readonly handling: readonly TimelineEvent[];
  /** Whether there is a congress above to which it could be passed. */
  readonly hasAbove: boolean;
  /** The same matter in the congress above or below. */
  readonly counterparts: readonly Counterpart[];
  /** Why it was declined, in the reader's language. */
  readonly reason: string | null;
  readonly now: Date;
}

export function presentProposal(proposal: Proposal, policy: ProposalPolicy, around: Surroundings): object {
  const { title, reason, measures, serial } = proposal;
  const { cases, session } = around;
  const [handled] = cases;
  const steps = presentSteps(proposal, policy, around, handled);
  const heading = title || msg('proposals.untitled');
  return {
    pageTitle: heading,
    breadcrumbs: [
      {
        text: msg('proposals.nav'),
        href: `/proposals?session=${around.hasAbove ? session.addressBeside(null) : session.code}`,
      },
    ],
    head: {
      title: heading,
      tags: tagsOf(proposal, handled),
      kicker: [
        serial,
        sessionNameAmong({ term: session.term, number: session.number, isOfSchool: !around.hasAbove }),
      ].filter((one) => one !== null),
    },
    way: wayOf(proposal, handled, signingNext(proposal, session)),
    until: untilOf(proposal, policy, around),
    reason: paragraphsOf(reason),
    measures: paragraphsOf(measures),
    ...steps,
    hasSteps: steps.links.length + steps.buttons.length > 0,
    decision: decisionOf(proposal, around.reason),
    returned:
      proposal.status === 'returned' && policy.seesEverything(proposal) ? paragraphsOf(proposal.returnNote!) : null,
    declinedParts: around.declinedParts.map(presentDeclined),
    givenBack: givenBackOf(proposal),
    left: policy.seesEverything(proposal) ? presentLeft(proposal, around.people) : [],
    completeBy: proposal.status === 'returned' && policy.seesEverything(proposal) ? proposal.completeBy : null,
    unfinished: policy.seesUnfinished(proposal) ? unfinishedOf(proposal) : null,
    withdrawn: proposal.status === 'withdrawn' && proposal.withdrawNote ? paragraphsOf(proposal.withdrawNote) : null,
    cases: around.cases.map((one) => presentHandled(one, policy)),
    scans: around.scans.length > 0 && policy.seesSeconders(proposal) ? { files: around.scans } : null,
    objection: proposal.objection && policy.seesEverything(proposal) ? paragraphsOf(proposal.objection) : null,
    printed: proposal.serial === null ? null : { href: `/proposals/${proposal.serial}/form` },
    attachments: around.files.length > 0 ? { files: around.files } : null,
    replies: around.cases.flatMap(({ replies }) => replies.map(presentReply)),
    timeline: [...presentTimeline(around.events, sightOf(policy, proposal), around.people), ...around.handling],
    facts: presentFacts(proposal, policy, around),
  };
}

/** The day that matters to the proposers now. */
function untilOf(proposal: Proposal, policy: ProposalPolicy, around: Surroundings): Message | null {
  if (policy.offers(proposal).includes('ask_second_look')) return secondLookText(proposal, around);
  return policy.seesEverything(proposal) ? windowFor(proposal, around) : null;
}

function sightOf(policy: ProposalPolicy, proposal: Proposal): Sight {
  return {
    everything: policy.seesEverything(proposal),
    deliberation: policy.seesDeliberation(proposal),
    proposers: policy.knowsProposers(proposal),
  };
}

/** What the author had changed when the committee went on with the text as it was. */
function unfinishedOf({ unfinishedText }: Proposal): object[] | null {
  if (unfinishedText === null) return null;
  const { title, reason, measures } = unfinishedText;
  return Object.entries({ title, reason, measures }).map(([field, text]) => ({
    term: msg(`proposals.fields.${field}`),
    paragraphs: paragraphsOf(text),
  }));
}

function tagsOf(proposal: Proposal, handled: CaseSummary | undefined): TagView[] {
  const outcome = handled?.outcomeClass;
  return [
    isDirect(proposal) ? { tone: 'good', text: msg('light.status') } : statusTag(proposal.status, proposal.kind),
    ...marksOf(proposal),
    ...(outcome ? [{ tone: 'info' as const, text: msg(`proposals.outcome.${outcome}`) }] : []),
  ];
}

/** A suggestion of the light mode: nobody converted it. */
function isDirect({ status, handedInAs, takenUpAt }: Proposal): boolean {
  return status === 'converted' && handedInAs === 'suggestion' && takenUpAt === null;
}

/** Why the delegation gave it back; until it is handed in again. */
function givenBackOf({ status, checkNote }: Proposal): string[] | null {
  return checkNote && (status === 'draft' || status === 'seconding') ? paragraphsOf(checkNote) : null;
}

function decisionOf({ status, decisionNote }: Proposal, reason: string | null): object | null {
  if (status !== 'declined' && !decisionNote) return null;
  return {
    title: msg(`proposals.decision.${status}`),
    reason,
    paragraphs: paragraphsOf(decisionNote ?? ''),
  };
}

function presentDeclined({ title, measures, reason, explanation }: DeclinedPartView): object {
  return { title, measures: paragraphsOf(measures), reason, paragraphs: paragraphsOf(explanation) };
}

function presentHandled(one: CaseSummary, policy: ProposalPolicy): object {
  const { ref, number, title, audience, leadUnitName, assistingUnitNames } = one;
  const units: (string | Message)[] = [leadUnitName ?? msg('proposals.notAssigned'), ...assistingUnitNames];
  return { href: policy.opens(audience) ? `/cases/${ref}` : null, number, title, units };
}

function presentReply(reply: CaseSummary['replies'][number]): object {
  return {
    title: msg('proposals.reply.title', { number: reply.number, round: reply.round }),
    paragraphs: paragraphsOf(reply.text),
    imprint: { unit: reply.unit, date: reply.signedAt.toISOString() },
    outcome: { tone: 'info', text: msg(`proposals.outcome.${reply.outcomeClass}`) },
    promise: reply.promise,
    promisedOn: reply.promisedOn,
  };
}
