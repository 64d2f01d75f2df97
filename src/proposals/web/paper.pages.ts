import { Injectable } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import { Congresses, type CongressSession, sessionName } from '../../congress/index.js';
import { presentScanField } from '../../files/index.js';
import { type Category, CATEGORIES } from '../../handling/index.js';
import { type Actor, authorize, Clock, type Message, msg } from '../../kernel/index.js';
import { Directory } from '../../organization/index.js';
import { type FieldErrors, FormView } from '../../web/index.js';
import { PaperForms } from '../paper-forms.service.js';
import type { PaperForm } from '../paper-steps.js';
import { ProposalPolicy } from '../proposal.policy.js';
import { proposalWorkflow } from '../proposal-workflow.js';
import { Proposals } from '../proposals.repository.js';
import { numbersIn, type PaperEntryForm } from './paper.form.js';

export type Read = { readonly form: PaperForm } | { readonly errors: FieldErrors };

/** The pages on which paper is typed in, and answered by its author. */
@Injectable()
export class PaperPages {
  constructor(
    private readonly papers: PaperForms,
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
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

  /** Whom the numbers name, or what is wrong with what was typed. */
  async read(form: PaperEntryForm, actor: Actor): Promise<Read> {
    const session = await this.papers.session(actor);
    const authorId = await this.delegate(form.author, session);
    const numbers = numbersIn(form.seconders);
    const seconders = await Promise.all(
      numbers.map(async (number) => [number, await this.delegate(number, session)] as const),
    );
    const unknown = seconders.filter(([, id]) => id === null).map(([number]) => number);
    const seconderIds = seconders.map(([, id]) => id).filter((id) => id !== null);
    const errors = {
      ...(authorId === null ? { author: msg('paper.errors.noDelegate') } : {}),
      ...(actor.isPerson(authorId) || seconderIds.some((id) => actor.isPerson(id))
        ? { author: msg('paper.errors.own') }
        : {}),
      ...secondersError(unknown, seconderIds, authorId, session),
      ...this.dateErrors(form, session),
      ...(form.publish === 'no' && form.publishRefusal === ''
        ? { publishRefusal: msg('proposals.missing.publishRefusal') }
        : {}),
      ...(session.settings.delegationCheck && form.delegation === ''
        ? { delegation: msg('paper.errors.delegation') }
        : {}),
    };
    if (Object.keys(errors).length > 0) return { errors };
    return {
      form: {
        id: form.id,
        authorId: authorId!,
        seconderIds,
        text: textOf(form),
        receivedOn: form.receivedOn,
        note: form.note,
      },
    };
  }

  /** In the window by the day on which it came in; entered after the window only with a reason. */
  private dateErrors({ receivedOn, note }: PaperEntryForm, session: CongressSession): Record<string, Message> {
    const { windowFrom, windowUntil } = session.dates;
    const now = this.clock.now();
    const inTime =
      windowFrom !== null && windowFrom <= receivedOn && receivedOn <= windowUntil! && receivedOn <= beijingDate(now);
    if (!inTime)
      return { receivedOn: msg('paper.errors.receivedOn', { from: windowFrom ?? '', until: windowUntil ?? '' }) };
    return note === '' && !session.isWindowOpen(now) ? { note: msg('paper.errors.note') } : {};
  }

  private async delegate(number: string, { termId }: CongressSession): Promise<string | null> {
    const person = await this.directory.personByNumber(number);
    const seat = person?.active ? await this.congresses.seat(person.id, termId) : null;
    return seat?.staffId ?? null;
  }
}

const TEXTS = ['author', 'receivedOn', 'note', 'title', 'reason', 'measures', 'publishRefusal', 'seconders'];
const PUBLISH = ['yes', 'no'].map((value) => ({ value, text: msg(`proposals.publish.${value}`) }));

function secondersError(
  unknown: readonly string[],
  ids: readonly string[],
  authorId: string | null,
  { settings }: CongressSession,
): FieldErrors {
  const { secondersRequired: n } = settings;
  if (unknown.length > 0) return { seconders: msg('paper.errors.unknown', { numbers: unknown.join('、') }) };
  if (ids.some((id) => id === authorId)) return { seconders: msg('paper.errors.authorSeconds') };
  return ids.length < n ? { seconders: msg('paper.errors.tooFew', { n }) } : {};
}

function textOf({
  title,
  category,
  reason,
  measures,
  wishedUnit,
  publish,
  publishRefusal,
}: PaperEntryForm): PaperForm['text'] {
  const publishable = publish === 'yes';
  const wishedUnitId = wishedUnit === '' ? null : wishedUnit;
  return {
    title,
    category: category as Category,
    reason,
    measures,
    wishedUnitId,
    publishable,
    publishRefusal: publishable ? '' : publishRefusal,
  };
}
