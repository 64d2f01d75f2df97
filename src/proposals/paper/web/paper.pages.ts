import { Injectable } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { sessionName } from '../../../congress/index.js';
import { presentScanField } from '../../../files/index.js';
import { CATEGORIES } from '../../../handling/index.js';
import { type Actor, authorize, Clock, msg } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import { FormView } from '../../../web/index.js';
import { PaperForms } from '../paper-forms.service.js';
import { ProposalPolicy } from '../../proposal.policy.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import { Proposals } from '../../proposals.repository.js';
import { PAPER_KINDS } from './paper.form.js';

/** The pages on which paper is typed in, and answered by its author. */
@Injectable()
export class PaperPages {
  constructor(
    private readonly papers: PaperForms,
    private readonly proposals: Proposals,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async show(form: FormView, actor: Actor): Promise<object> {
    const session = await this.papers.session(actor);
    const units = (await this.directory.activeUnits()).filter(({ kind }) => kind === 'office' || kind === 'faculty');
    const title = msg('paper.form.title');
    const field = (name: string) => form.field(name);
    return {
      pageTitle: title,
      breadcrumbs: [{ text: msg('review.nav'), href: '/review' }],
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      head: { title, lead: sessionName(session) },
      action: '/review/paper',
      hidden: [{ name: 'id', value: form.field('id').value }],
      fields: {
        ...Object.fromEntries(TEXTS.map((name) => [name, field(name)])),
        category: form.choice(
          'category',
          CATEGORIES.map((value) => ({ value, text: msg(`proposals.category.${value}`) })),
        ),
        wishedUnit: form.choice(
          'wishedUnit',
          units.map(({ id, name }) => ({ value: id, text: name })),
        ),
        kind: form.choice('kind', KINDS),
        publish: form.choice('publish', PUBLISH),
        delegation: { ...form.field('delegation'), value: 'yes', checked: form.field('delegation').value === 'yes' },
        files: presentScanField(form),
      },
      needsDelegation: session.settings.delegationCheck,
      required: msg('paper.form.secondersHint', { n: session.settings.secondersRequired }),
      today: beijingDate(this.clock.now()),
    };
  }

  async objection(ref: string, form: FormView, actor: Actor): Promise<object> {
    const proposal = await this.proposals.find(ref, actor);
    authorize(new ProposalPolicy(actor).roleFor('object_to_paper', proposal), 'object_to_paper');
    proposalWorkflow.statusAfter('object_to_paper', proposal.status);
    const title = msg('paper.objection.title');
    return {
      pageTitle: title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      head: { title, lead: proposal.title },
      action: `/proposals/${proposal.ref}/objection`,
      objection: form.field('objection'),
      back: `/proposals/${proposal.ref}`,
    };
  }
}

const TEXTS = [
  'author',
  'receivedOn',
  'note',
  'title',
  'reason',
  'measures',
  'publishRefusal',
  'joint',
  'present',
  'seconders',
];
const KINDS = PAPER_KINDS.map((value) => ({
  value,
  text: msg(`paper.kind.${value}`),
  hint: msg(`paper.kindHint.${value}`),
}));
const PUBLISH = ['yes', 'no'].map((value) => ({ value, text: msg(`proposals.publish.${value}`) }));
