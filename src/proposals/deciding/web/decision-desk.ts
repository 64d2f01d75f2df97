import { Injectable } from '@nestjs/common';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { FormView, type Locale } from '../../../web/index.js';
import { type DecisionFrame, missingIn } from '../decision-conditions.js';
import { DecisionDrafts } from '../decision-drafts.service.js';
import { type Decision, decisionOn, type Outcome } from '../decision.js';
import { DeclineReasons } from '../decline-reasons.js';
import { MergeCandidates } from '../merge-candidates.js';
import type { Proposal } from '../../proposal.entity.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { SimilarProposals } from '../../writing/similar-proposals.js';
import type { DecisionForm } from './decision.forms.js';
import { presentMergeChoice } from './merge-choice.js';

const CHOICES = ['file', 'convert', 'decline', 'merge'] as const;

/** The form on which one proposal is decided, or a decision prepared for the meeting. */
@Injectable()
export class DecisionDesk {
  constructor(
    private readonly drafts: DecisionDrafts,
    private readonly candidates: MergeCandidates,
    private readonly similar: SimilarProposals,
    private readonly declineReasons: DeclineReasons,
  ) {}

  /** Null for those who neither decide nor prepare. What was prepared stands in the fields until something else is typed. */
  async form(proposal: Proposal, typed: FormView, actor: Actor, locale: Locale): Promise<object | null> {
    const offered = new ProposalPolicy(actor).offers(proposal);
    if (!offered.includes('prepare_decision') && !offered.includes('decline')) return null;
    const { id, ref, title, sessionId } = proposal;
    const choices = CHOICES.filter((one) => offered.includes(one) || offered.includes('prepare_decision'));
    const draft = await this.drafts.find(proposal);
    const form = draft && typed.errors.length === 0 ? prepared(draft.decision(ref)) : typed;
    const [reasons, candidates, similar] = await Promise.all([
      this.declineReasons.active(),
      this.candidates.of(sessionId, actor),
      this.similar.to(title, id, actor),
    ]);
    const wordings = reasons.map((reason) => ({ value: reason.code, text: reason.wording(locale) }));
    return {
      action: `/review/${ref}/decision`,
      text: [{ name: 'text', value: proposal.fingerprint() }],
      outcome: form.choice('outcome', choices.map(presentOutcome)),
      declineCode: form.choice('declineCode', wordings),
      caseTitle: form.field('caseTitle'),
      into: presentMergeChoice(form, candidates, similar, [ref]),
      note: form.field('note'),
      deviation: typed.field('deviation'),
      mayDecide: offered.includes('decline'),
      mayPrepare: offered.includes('prepare_decision'),
      split: offered.includes('prepare_decision') || offered.includes('split') ? `/review/${ref}/split` : null,
      draft: draft && { text: msg(`decisions.prepared.${draft.outcome}`), href: '/review/decisions' },
    };
  }

  /** What a decision still needs beyond the form's own rules. */
  async errorsOf(decision: Decision, sessionId: string): Promise<Record<string, Message>> {
    return missingIn(decision, await this.frame(sessionId, [decision]));
  }

  async frame(sessionId: string, others: readonly Decision[]): Promise<DecisionFrame> {
    const [reasons, open] = await Promise.all([this.declineReasons.active(), this.candidates.open(sessionId)]);
    return { reasons: new Set(reasons.map(({ code }) => code)), open, others };
  }
}

/** What the form says is decided. */
export function decisionIn(ref: string, form: DecisionForm): Decision {
  const { outcome, note, caseTitle, declineCode, into, deviation } = form;
  return decisionOn(ref, outcome as Outcome, { note, caseTitle, declineCode, into, deviation });
}

function prepared({ outcome, note, caseTitle, declineCode, into }: Decision): FormView {
  return new FormView({ outcome, note, caseTitle, declineCode, into });
}

export function presentOutcome(value: string) {
  return { value, text: msg(`review.outcomes.${value}`), hint: msg(`review.outcomes.${value}Hint`) };
}
