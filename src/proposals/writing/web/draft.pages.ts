import { Injectable } from '@nestjs/common';
import { Congresses, type CongressSession, sessionName, sessionNameAmong } from '../../../congress/index.js';
import { Attachments, presentAttachments, presentFileField } from '../../../files/index.js';
import { type Actor, authorize, Clock, isId, type Message, msg } from '../../../kernel/index.js';
import { Directory, type Unit } from '../../../organization/index.js';
import { type FormView, paragraphsOf } from '../../../web/index.js';
import { CATEGORIES } from '../../../handling/index.js';
import type { Proposal } from '../../proposal.entity.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import { Proposals } from '../../proposals.repository.js';
import type { Desk } from '../writing.service.js';
import type { ProposalKind } from '../../proposal-kind.js';
import { presentCheck } from '../../delegation/web/check.presenter.js';
import { windowFor, windowText } from '../../signing/web/filing-words.js';
import { presentCongressChoice } from '../../web/congress-choice.presenter.js';
import { LONGEST } from './draft.form.js';
import { SimilarPages } from './similar.pages.js';

/** The models of the pages on which a proposal is written. */
@Injectable()
export class DraftPages {
  constructor(
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly similar: SimilarPages,
    private readonly attachments: Attachments,
    private readonly clock: Clock,
  ) {}

  async editable(ref: string, actor: Actor): Promise<Proposal> {
    const proposal = await this.proposals.find(ref, actor);
    authorize(new ProposalPolicy(actor).roleFor('edit', proposal), 'edit');
    proposalWorkflow.statusAfter('edit', proposal.status);
    return proposal;
  }

  async editableOrNew(ref: string, actor: Actor): Promise<Proposal | null> {
    return isId(ref) && !(await this.proposals.exists(ref)) ? null : this.editable(ref, actor);
  }

  async unitError(unitId: string): Promise<Record<string, Message> | null> {
    const isKnown = unitId === '' || (await this.directory.activeUnits()).some(({ id }) => id === unitId);
    return isKnown ? null : { wishedUnit: msg('forms.errors.choice', { label: '@proposals.fields.wishedUnit' }) };
  }

  /** The units that can be wished for: those that the congress can charge. */
  async unitOptions(session: CongressSession | null): Promise<{ value: string; text: string }[]> {
    const congress = session?.term.congress;
    const isBelow = congress !== undefined && (await this.congresses.hasAbove(congress.id));
    const units = isBelow ? await this.unitsBelow(congress.unitId) : await this.handlingUnits();
    return units.map(({ id, name }) => ({ value: id, text: name }));
  }

  async form(ref: string, proposal: Proposal | null, form: FormView): Promise<object> {
    const categories = CATEGORIES.map((value) => ({ value, text: msg(`proposals.category.${value}`) }));
    const kept = proposal ? await this.attachments.of('proposal', [proposal.id]) : [];
    const session = await this.sessionOf(proposal, form);
    const units = await this.unitOptions(session);
    const isLasting = proposal?.status === 'seconding';
    const isCollective = form.field('kind').value === 'collective';
    const title = titleFor(proposal, isCollective);
    return {
      pageTitle: title,
      title,
      session: session && (await this.nameOf(session)),
      window: session && windowFor(proposal, { session, now: this.clock.now() }),
      lead: msg(isCollective ? 'signing.collective.lead' : 'proposals.form.lead'),
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      action: `/proposals/${ref}/draft`,
      autosave: isLasting ? null : `/proposals/${ref}/autosave`,
      savedAt: proposal?.savedAt.toISOString() ?? null,
      similarUrl: `/proposals/similar?own=${proposal?.id ?? ref}`,
      asksAgain:
        proposal && proposal.secondCount > 0 ? msg('proposals.form.asksAgain', { n: proposal.secondCount }) : null,
      givenBack: proposal?.checkNote ? paragraphsOf(proposal.checkNote) : null,
      returned: proposal?.status === 'returned' ? paragraphsOf(proposal.returnNote ?? '') : null,
      completeBy: proposal?.status === 'returned' ? proposal.completeBy : null,
      fields: {
        title: form.field('title'),
        category: form.choice('category', categories),
        reason: form.field('reason'),
        measures: form.field('measures'),
        wishedUnit: form.choice('wishedUnit', units),
        publish: form.choice('publish', PUBLISH),
        publishRefusal: form.field('publishRefusal'),
        nameHidden: form.choice('nameHidden', NAME),
        confidential: form.choice('confidential', HANDLING),
        confidentialityReason: form.field('confidentialityReason'),
        files: presentFileField(form, kept),
      },
      hidden: ['kind', 'page', 'version', 'session']
        .map((name) => form.field(name))
        .map(({ name, value }) => ({
          name,
          value,
        })),
      longest: LONGEST,
      links: proposal ? linksOf(proposal) : [],
    };
  }

  /** What stands on the server, under the text that was typed on an older page. */
  conflict(proposal: Proposal): object {
    return {
      at: proposal.savedAt.toISOString(),
      rows: [
        { term: msg('proposals.fields.title'), paragraphs: [proposal.title] },
        { term: msg('proposals.fields.reason'), paragraphs: paragraphsOf(proposal.reason) },
        { term: msg('proposals.fields.measures'), paragraphs: paragraphsOf(proposal.measures) },
      ],
    };
  }

  congressChoice(desks: readonly Desk[], kind: ProposalKind): object {
    return presentCongressChoice(desks, kind, this.clock.now());
  }

  closed(session: CongressSession): object {
    return {
      pageTitle: msg('proposals.closed.title'),
      session: sessionName(session),
      window: windowText({ session, now: this.clock.now() }),
      isAhead: session.windowFrom !== null && session.windowFrom > this.clock.now(),
    };
  }

  async check(proposal: Proposal, actor: Actor): Promise<object> {
    const session = await this.congresses.session(proposal.sessionId);
    const unit = proposal.wishedUnitId && (await this.directory.unit(proposal.wishedUnitId));
    const people = await this.directory.peopleById(proposal.joints.map(({ staffId }) => staffId));
    const similar = await this.similar.to(proposal.title, proposal.id, actor);
    const files = presentAttachments(await this.attachments.of('proposal', [proposal.id]));
    const circumstances = { session, now: this.clock.now() };
    return presentCheck(proposal, circumstances, {
      unit: unit || null,
      people,
      files,
      similar,
    });
  }

  /** Of a text that is not kept yet, the session in which it was begun. */
  private async sessionOf(proposal: Proposal | null, form: FormView): Promise<CongressSession | null> {
    if (proposal) return this.congresses.session(proposal.sessionId);
    const chosen = form.field('session').value;
    return (await this.congresses.filing()).find(({ id }) => id === chosen) ?? null;
  }

  private async nameOf({ term, number }: CongressSession): Promise<Message> {
    return sessionNameAmong({ term, number, isOfSchool: !(await this.congresses.hasAbove(term.congressId)) });
  }

  private async unitsBelow(unitId: string): Promise<Unit[]> {
    const below = new Set(await this.directory.subtree([unitId]));
    return (await this.directory.activeUnits()).filter(({ id }) => below.has(id));
  }

  private async handlingUnits(): Promise<Unit[]> {
    return (await this.directory.activeUnits()).filter(({ kind }) => kind === 'office' || kind === 'faculty');
  }
}

const yesAndNo = (what: string) => ['no', 'yes'].map((value) => ({ value, text: msg(`secrecy.${what}.${value}`) }));
const NAME = yesAndNo('name');
const HANDLING = yesAndNo('handling');
const PUBLISH = [
  { value: 'yes', text: msg('proposals.publish.yes') },
  { value: 'no', text: msg('proposals.publish.no') },
];

function titleFor(proposal: Proposal | null, isCollective: boolean): Message {
  if (isCollective) return msg(proposal ? 'filing.collective.formTitle' : 'filing.collective.newTitle');
  return msg(proposal ? 'proposals.form.title' : 'proposals.form.newTitle');
}

function linksOf({ ref, status, kind }: Proposal): object[] {
  const joint = { href: `/proposals/${ref}/joint`, text: msg('proposals.joint.title') };
  const discard = { href: `/proposals/${ref}/withdrawal`, text: msg('proposals.actions.discard') };
  const named = kind === 'collective' ? [] : [joint];
  return status === 'draft' ? [...named, discard] : status === 'seconding' ? named : [];
}
