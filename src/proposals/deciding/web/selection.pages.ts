import { Injectable } from '@nestjs/common';
import { type Actor, type Message, msg, NotPermitted } from '../../../kernel/index.js';
import type { FormView, Locale } from '../../../web/index.js';
import { DeclineReasons } from '../decline-reasons.js';
import { missingIn } from '../decision-conditions.js';
import { MergeCandidates } from '../merge-candidates.js';
import type { Proposal } from '../../proposal.entity.js';
import { ProposalNotFound } from '../../proposal.errors.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { Proposals } from '../../proposals.repository.js';
import { DecisionDesk, presentOutcome } from './decision-desk.js';
import { decisionsOf, firstOf, SELECTION_OUTCOMES, type SelectionForm } from './decision.forms.js';

const MOST = 100;

/** The page on which several chosen proposals get one outcome. */
@Injectable()
export class SelectionPages {
  constructor(
    private readonly proposals: Proposals,
    private readonly desk: DecisionDesk,
    private readonly candidates: MergeCandidates,
    private readonly declineReasons: DeclineReasons,
  ) {}

  /** What was ticked; refused to who neither prepares nor takes decisions. */
  refsOf(named: unknown, actor: Actor): string[] {
    if (!actor.is('committee_chair') && !actor.is('committee_secretary')) throw new NotPermitted('review.selection');
    const refs = [named]
      .flat()
      .filter((ref): ref is string => typeof ref === 'string' && /^(?:[a-z][a-z0-9]*-)?\d{4}-\d{4,6}$/.test(ref));
    return [...new Set(refs)].slice(0, MOST);
  }

  async ask(
    refs: readonly string[],
    form: FormView,
    notes: ReadonlyMap<string, string>,
    actor: Actor,
    locale: Locale,
  ): Promise<object> {
    const chosen = await this.chosen(refs, actor);
    const reasons = await this.declineReasons.active();
    const { cases } = await this.candidates.of(chosen[0]!.sessionId, actor);
    const title = msg('decisions.selection.title', { n: chosen.length });
    const leading = [
      ...chosen.map(({ ref, title: text }) => ({ value: ref, text: `${ref} ${text}` })),
      ...cases.map(({ ref, number, title: text }) => ({ value: ref, text: `${number} ${text}` })),
    ];
    return {
      pageTitle: msg('decisions.selection.heading'),
      title,
      breadcrumbs: [{ text: msg('review.nav'), href: '/review' }],
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      hidden: chosen.map(({ ref }) => ({ name: 'ref', value: ref })),
      rows: chosen.map(({ ref, title: text }) => ({
        ref,
        title: text,
        href: `/review/${ref}`,
        note: { name: `note-${ref}`, value: notes.get(ref) ?? '', error: null },
      })),
      single: notes.size > 0 && [...notes.values()].some((note) => note !== ''),
      outcome: form.choice('outcome', SELECTION_OUTCOMES.map(presentOutcome)),
      leading: form.choice('leading', leading),
      caseTitle: form.field('caseTitle'),
      declineCode: form.choice(
        'declineCode',
        reasons.map((reason) => ({ value: reason.code, text: reason.wording(locale) })),
      ),
      note: form.field('note'),
      mayDecide: chosen.every((proposal) => new ProposalPolicy(actor).permits('file', proposal)),
    };
  }

  /** What is missing in any of them. A draft may still lack something. */
  async errorsOf(
    form: SelectionForm,
    notes: ReadonlyMap<string, string>,
    actor: Actor,
  ): Promise<Record<string, Message>> {
    const merging = form.outcome.startsWith('merge');
    if (merging && form.leading === '') return { leading: msg('decisions.missing.into') };
    if (form.onward === 'draft') return {};
    const [first] = await this.chosen(form.ref, actor);
    const decisions = decisionsOf(form, notes);
    const frame = await this.desk.frame(first!.sessionId, decisions);
    const { into, ...others } = firstOf(decisions.map((decision) => missingIn(decision, frame)));
    return into ? { ...others, leading: into } : others;
  }

  private async chosen(refs: readonly string[], actor: Actor): Promise<Proposal[]> {
    const policy = new ProposalPolicy(actor);
    const found = (await this.proposals.byRefs(refs)).filter((one) => policy.mayRead(one) && policy.isOfCommittee(one));
    const byRef = new Map(found.map((proposal) => [proposal.ref, proposal]));
    return refs.map((ref) => {
      const proposal = byRef.get(ref);
      if (!proposal) throw new ProposalNotFound(ref);
      return proposal;
    });
  }
}
