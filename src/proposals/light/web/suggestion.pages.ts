import { Injectable } from '@nestjs/common';
import type { CongressSession } from '../../../congress/index.js';
import { Attachments, presentFileField } from '../../../files/index.js';
import { CaseLookup, type CaseSummary, CATEGORIES } from '../../../handling/index.js';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import type { FormView } from '../../../web/index.js';
import { LightDesk } from '../light-desk.js';
import { OwnProposals } from '../../writing/own-proposals.js';
import { incompleteFields } from '../../proposal-conditions.js';
import type { ProposalText } from '../../writing/proposal-text.js';
import type { Proposal } from '../../proposal.entity.js';
import { LONGEST } from '../../writing/web/draft.form.js';
import { DraftPages } from '../../writing/web/draft.pages.js';
import { wayOf } from '../../web/proposal-way.js';
import { statusTag } from '../../web/words.js';

/** 提建议 in the light mode: the own ones, and the form. */
@Injectable()
export class SuggestionPages {
  constructor(
    private readonly desk: LightDesk,
    private readonly own: OwnProposals,
    private readonly cases: CaseLookup,
    private readonly drafts: DraftPages,
    private readonly attachments: Attachments,
  ) {}

  async mine(actor: Actor): Promise<object> {
    const [sessions, { author }] = await Promise.all([this.desk.sessions(actor), this.own.of(actor)]);
    const suggestions = author.filter(({ handedInAs }) => handedInAs === 'suggestion');
    const handled = await this.cases.byOrigins(suggestions.map(({ id }) => id));
    return {
      pageTitle: msg('light.mine.title'),
      write: sessions.map((session) => ({
        href: `/suggestions/new?session=${session.id}`,
        text: sessions.length > 1 ? msg('light.writeTo', { congress: session.term.congress.name }) : msg('light.write'),
      })),
      suggestions: suggestions.map((one) => rowOf(one, handled.get(one.id))),
    };
  }

  async form(ref: string, proposal: Proposal | null, session: CongressSession, form: FormView): Promise<object> {
    const kept = proposal ? await this.attachments.of('proposal', [proposal.id]) : [];
    const title = msg('light.form.title');
    return {
      title,
      pageTitle: title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      lead: msg('light.form.lead', { congress: session.term.congress.name }),
      action: `/suggestions/${ref}`,
      autosave: `/suggestions/${ref}/autosave`,
      savedAt: proposal?.savedAt.toISOString() ?? null,
      fields: {
        title: form.field('title'),
        reason: form.field('reason'),
        measures: form.field('measures'),
        category: form.choice('category', CATEGORY),
        wishedUnit: form.choice('wishedUnit', await this.drafts.unitOptions(session)),
        publish: form.choice('publish', PUBLISH),
        publishRefusal: form.field('publishRefusal'),
        files: presentFileField(form, kept),
      },
      hidden: ['page', 'version', 'session']
        .map((name) => form.field(name))
        .map(({ name, value }) => ({ name, value })),
      longest: LONGEST,
      discard: proposal && `/proposals/${proposal.ref}/withdrawal`,
    };
  }
}

/** What must still be filled in before handing in; the area may be left to the secretary. */
export function missingIn(text: ProposalText): Record<string, Message> {
  const { category: _category, ...missing } = incompleteFields(text);
  return Object.fromEntries(Object.keys(missing).map((field) => [field, msg(`light.missing.${field}`)]));
}

const CATEGORY = CATEGORIES.map((value) => ({ value, text: msg(`proposals.category.${value}`) }));
const PUBLISH = ['yes', 'no'].map((value) => ({ value, text: msg(`proposals.publish.${value}`) }));

function rowOf(proposal: Proposal, handled: CaseSummary | undefined): object {
  const { ref, title, serial, status } = proposal;
  const text: string | Message = title || msg('light.untitled');
  return {
    href: serial === null ? `/suggestions/${ref}` : `/proposals/${ref}`,
    title: text,
    number: serial,
    tag: status === 'converted' ? { tone: 'good', text: msg('light.status') } : statusTag(status),
    next: wayOf(proposal, handled).next,
  };
}
