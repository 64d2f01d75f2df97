import { newId } from '../../../kernel/index.js';
import { Choice, Line, Prose, Reference, type Typed, WholeNumber } from '../../../web/index.js';
import { CATEGORIES, type Category } from '../../../handling/index.js';
import { PROPOSAL_KINDS, type ProposalKind } from '../../proposal-kind.js';
import type { Origin, ProposalText } from '../proposal-text.js';
import type { Proposal } from '../../proposal.entity.js';

export const LONGEST = { title: 50, text: 3000, refusal: 300 };

/** A draft may be incomplete; what is there must fit. */
export class DraftForm {
  @Line({ label: 'proposals.fields.title', max: LONGEST.title })
  title = '';

  @Choice({ label: 'proposals.fields.category', of: CATEGORIES })
  category = '';

  @Prose({ label: 'proposals.fields.reason', max: LONGEST.text })
  reason = '';

  @Prose({ label: 'proposals.fields.measures', max: LONGEST.text })
  measures = '';

  @Reference({ label: 'proposals.fields.wishedUnit' })
  wishedUnit = '';

  @Choice({ label: 'proposals.fields.publish', of: ['yes', 'no'] })
  publish = '';

  @Prose({ label: 'proposals.fields.publishRefusal', max: LONGEST.refusal })
  publishRefusal = '';

  @Choice({ label: 'secrecy.name.label', of: ['no', 'yes'] })
  nameHidden = '';

  @Choice({ label: 'secrecy.handling.label', of: ['no', 'yes'] })
  confidential = '';

  @Prose({ label: 'secrecy.handling.reason', max: LONGEST.refusal })
  confidentialityReason = '';

  /** `collective` when it is begun for a delegation. */
  @Choice({ label: 'proposals.fields.page', of: PROPOSAL_KINDS })
  kind = '';

  /** Which page the text comes from, and which version it had read. */
  @Reference({ label: 'proposals.fields.page' })
  page = '';

  /** Where a new text is filed. */
  @Reference({ label: 'proposals.fields.page' })
  session = '';

  @WholeNumber({ label: 'proposals.fields.page', from: 0, to: 999_999_999 })
  version = '';
}

export function textOf(form: DraftForm): ProposalText {
  const publishable = form.publish !== 'no';
  return {
    title: form.title,
    category: form.category === '' ? null : (form.category as Category),
    reason: form.reason,
    measures: form.measures,
    wishedUnitId: form.wishedUnit === '' ? null : form.wishedUnit,
    publishable,
    publishRefusal: publishable ? '' : form.publishRefusal,
    wishes: {
      nameHidden: form.nameHidden === 'yes',
      confidentialityReason: form.confidential === 'yes' ? form.confidentialityReason : null,
    },
  };
}

export function originOf(form: DraftForm): Origin {
  const { page, version, kind, session: sessionId } = form;
  return { page: page || newId(), version: Number(version) || 0, collective: kind === 'collective', sessionId };
}

/** What the form shows before anybody has typed. */
export function typedOf(proposal: Proposal | null, kind: ProposalKind = 'individual', session = ''): Typed {
  return {
    title: proposal?.title ?? '',
    category: proposal?.category ?? '',
    reason: proposal?.reason ?? '',
    measures: proposal?.measures ?? '',
    wishedUnit: proposal?.wishedUnitId ?? '',
    publish: (proposal?.publishable ?? true) ? 'yes' : 'no',
    publishRefusal: proposal?.publishRefusal ?? '',
    nameHidden: proposal?.nameHidden ? 'yes' : 'no',
    confidential: proposal && proposal.confidentiality !== 'none' ? 'yes' : 'no',
    confidentialityReason: proposal?.confidentialityReason.trim() ?? '',
    kind: proposal?.kind ?? kind,
    page: newId(),
    session,
    version: String(proposal?.version ?? 0),
  };
}
