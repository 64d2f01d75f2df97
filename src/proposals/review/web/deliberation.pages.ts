import { Injectable } from '@nestjs/common';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import { type FormView, type Locale, paragraphsOf } from '../../../web/index.js';
import { DecisionGuard } from '../../deciding/decision-guard.js';
import { DeclineReasons } from '../../deciding/decline-reasons.js';
import type { Decision } from '../../deciding/decision.js';
import { Deliberations } from '../deliberations.repository.js';
import type { Proposal } from '../../proposal.entity.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { ReviewedTextChanged } from '../review.errors.js';
import { OUTCOMES, VOTE_CHOICES } from '../tally.js';
import { type DeliberationFacts, presentDeliberation } from './deliberation.presenter.js';
import { ReviewDoor } from './review-door.js';
import type { RecommendationForm } from './review.forms.js';

/** The models of what the committee says before the decision. */
@Injectable()
export class DeliberationPages {
  constructor(
    private readonly door: ReviewDoor,
    private readonly deliberations: Deliberations,
    private readonly declineReasons: DeclineReasons,
    private readonly directory: Directory,
    private readonly guard: DecisionGuard,
  ) {}

  /** The part of the committee's page; null for who has a part in the proposal. */
  async section(proposal: Proposal, actor: Actor, locale: Locale): Promise<object | null> {
    const policy = new ProposalPolicy(actor);
    const isWanted = proposal.status !== 'submitted' && policy.seesDeliberation(proposal);
    if (!isWanted) return null;
    return presentDeliberation(proposal, policy.offers(proposal), await this.facts(proposal, locale));
  }

  /** The way to the presidium for a chair or secretary who has a part in it and sees nothing else. */
  handOver(proposal: Proposal, actor: Actor): object | null {
    const policy = new ProposalPolicy(actor);
    if (policy.seesDeliberation(proposal) || !policy.offers(proposal).includes('refer')) return null;
    return { href: `/review/${proposal.ref}/referral`, text: msg('deliberation.actions.refer'), tone: 'secondary' };
  }

  /** 预审和表决: the text and the two small forms, made for a phone. */
  async opinion(ref: string, form: FormView, actor: Actor, locale: Locale, conflict?: Message): Promise<object> {
    const proposal = await this.door.open('vote', ref, actor);
    const { readings, votes } = await this.deliberations.of(proposal);
    const reasons = await this.declineReasons.active();
    const own = readings.find(({ staffId }) => staffId === actor.staffId);
    const choices = VOTE_CHOICES.map((value) => ({ value, text: msg(`deliberation.choice.${value}`) }));
    const title = msg('deliberation.opinion.title');
    return {
      pageTitle: title,
      title,
      breadcrumbs: [
        { text: msg('review.nav'), href: '/review' },
        { text: proposal.serial!, href: `/review/${proposal.ref}` },
      ],
      proposalTitle: proposal.title,
      reason: paragraphsOf(proposal.reason),
      measures: paragraphsOf(proposal.measures),
      conflict: conflict ?? null,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      given: own?.outcome
        ? msg('deliberation.opinion.given', { outcome: `@deliberation.choice.${own.outcome}` })
        : null,
      voted: votes.find(({ staffId }) => staffId === actor.staffId)?.choice ?? null,
      text: [{ name: 'text', value: proposal.fingerprint() }],
      actions: { recommend: `/review/${proposal.ref}/recommendation`, vote: `/review/${proposal.ref}/vote` },
      fields: {
        recommendation: form.choice(
          'recommendation',
          OUTCOMES.map((value) => ({ value, text: msg(`deliberation.choice.${value}`) })),
        ),
        declineCode: form.choice(
          'declineCode',
          reasons.map((reason) => ({ value: reason.code, text: reason.wording(locale) })),
        ),
        note: form.field('note'),
        vote: form.choice('vote', choices),
      },
      back: `/review/${proposal.ref}`,
    };
  }

  /** What the forms show before anybody typed: what this member said last. */
  async typedBefore(ref: string, actor: Actor): Promise<Record<string, string>> {
    const proposal = await this.door.open('vote', ref, actor);
    const { readings, votes } = await this.deliberations.of(proposal);
    const own = readings.find(({ staffId }) => staffId === actor.staffId);
    const vote = votes.find(({ staffId }) => staffId === actor.staffId)?.choice ?? '';
    const { outcome, declineCode, note = '' } = own ?? {};
    return { recommendation: outcome ?? '', declineCode: declineCode ?? '', note, vote };
  }

  /** What a recommendation still needs beyond the form's own rules. */
  async errorsOf({ recommendation, declineCode, note }: RecommendationForm): Promise<Record<string, Message>> {
    if (recommendation !== 'decline') return {};
    const isKnown = (await this.declineReasons.active()).some(({ code }) => code === declineCode);
    return {
      ...(isKnown ? {} : { declineCode: msg('forms.errors.choice', { label: '@deliberation.fields.declineCode' }) }),
      ...(note === '' ? { note: msg('deliberation.missing.note') } : {}),
    };
  }

  /** Whether the decision goes against the votes and nobody has said why. */
  async deviationOf({ ref, outcome, parts }: Decision, said: string, actor: Actor): Promise<Record<string, Message>> {
    const proposal = await this.door.proposal(ref, actor);
    const isDecider = new ProposalPolicy(actor).permits('deviate', proposal);
    if (!isDecider || said !== '') return {};
    const missing = await this.guard.missing(outcome, proposal, undefined, parts);
    return missing ? { deviation: missing } : {};
  }

  /** A decision is taken on the text that was read. */
  async requireSameText(ref: string, text: string, actor: Actor): Promise<void> {
    const proposal = await this.door.proposal(ref, actor);
    if (text !== '' && text !== proposal.fingerprint()) throw new ReviewedTextChanged();
  }

  /** 提交主席团. */
  async referral(ref: string, form: FormView, actor: Actor): Promise<object> {
    const proposal = await this.door.open('refer', ref, actor);
    const sees = new ProposalPolicy(actor).seesDeliberation(proposal);
    const { tally } = await this.deliberations.of(proposal);
    const title = msg('deliberation.referral.title');
    return {
      pageTitle: title,
      title,
      proposalTitle: proposal.title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      tie: sees && tally.isTie,
      action: `/review/${proposal.ref}/referral`,
      reason: form.field('reason'),
      back: `/review/${proposal.ref}`,
    };
  }

  private async facts(proposal: Proposal, locale: Locale): Promise<DeliberationFacts> {
    const [deliberation, electorate, deviations, reasons] = await Promise.all([
      this.deliberations.of(proposal),
      this.deliberations.electorate(proposal),
      this.deliberations.deviations(proposal.id),
      this.declineReasons.all(),
    ]);
    const said = [...deliberation.readings, ...deliberation.votes, ...deviations];
    const people = await this.directory.peopleById(said.map(({ staffId }) => staffId));
    const wordings = new Map(reasons.map((reason) => [reason.code, reason.wording(locale)]));
    return { deliberation, electorate, deviations, people, reasons: wordings };
  }
}
