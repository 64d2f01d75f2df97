import { Injectable } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { Congresses } from '../../../congress/index.js';
import { Attachments, presentAttachments } from '../../../files/index.js';
import { type Actor, Clock, msg, NotPermitted } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import { type FormView, paragraphsOf } from '../../../web/index.js';
import { InquiriesRepository } from '../inquiries.repository.js';
import { unitsToAsk } from '../inquiries.service.js';
import { Proposals } from '../../proposals.repository.js';
import { tagOf } from './inquiries.presenter.js';
import { ReviewDoor } from './review-door.js';

/** The models of asking units and of answering as one. */
@Injectable()
export class InquiryPages {
  constructor(
    private readonly door: ReviewDoor,
    private readonly inquiries: InquiriesRepository,
    private readonly proposals: Proposals,
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly attachments: Attachments,
    private readonly clock: Clock,
  ) {}

  async ask(ref: string, form: FormView, actor: Actor): Promise<object> {
    const proposal = await this.door.open('ask_unit', ref, actor);
    const units = unitsToAsk(await this.directory.activeUnits());
    const title = msg('inquiries.ask.title');
    return {
      pageTitle: title,
      title,
      proposalTitle: proposal.title,
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      action: `/review/${proposal.ref}/inquiries`,
      units: form.choice(
        'unit',
        units.map(({ id, name }) => ({ value: id, text: name })),
      ),
      question: form.field('question'),
      days: form.field('days'),
      back: `/review/${proposal.ref}`,
    };
  }

  /** The number of days that the session gives a unit. */
  async usualDays(ref: string, actor: Actor): Promise<number> {
    const { sessionId } = await this.door.open('ask_unit', ref, actor);
    return (await this.congresses.session(sessionId)).settings.inquiryDays;
  }

  /** What was asked of the reader's units. */
  async list(actor: Actor): Promise<object> {
    if (!actor.is('unit_officer') && !actor.is('unit_head')) throw new NotPermitted('inquiries');
    const asked = await this.inquiries.asked(actor);
    const proposals = await this.proposals.byIds([...new Set(asked.map(({ proposalId }) => proposalId))]);
    const titles = new Map(proposals.map((proposal) => [proposal.id, proposal]));
    const today = beijingDate(this.clock.now());
    return {
      pageTitle: msg('inquiries.list.title'),
      head: { title: msg('inquiries.list.title'), lead: msg('inquiries.list.lead') },
      rows: asked.map((one) => ({
        href: `/inquiries/${one.id}`,
        title: titles.get(one.proposalId)!.title,
        number: titles.get(one.proposalId)!.serial,
        tag: tagOf(one, today),
        next: one.question,
        due: one.isAnswered
          ? null
          : { tone: one.isLate(today) ? 'bad' : 'wait', date: one.dueOn, text: msg('inquiries.due') },
      })),
    };
  }

  /** The text needed, and nothing about who wrote or signed it. */
  async show(id: string, form: FormView, actor: Actor): Promise<object> {
    const inquiry = await this.inquiries.find(id, actor);
    const [proposal] = await this.proposals.byIds([inquiry.proposalId]);
    const { title, serial, reason, measures, status } = proposal!;
    const files = presentAttachments(await this.attachments.of('proposal', [proposal!.id]));
    const isOpen = !inquiry.isAnswered && (status === 'under_review' || status === 'referred');
    const pageTitle = msg('inquiries.show.title');
    return {
      pageTitle,
      head: { title: pageTitle, kicker: [serial], tags: [tagOf(inquiry, beijingDate(this.clock.now()))], lead: title },
      errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
      question: paragraphsOf(inquiry.question),
      dueOn: inquiry.dueOn,
      reason: paragraphsOf(reason),
      measures: paragraphsOf(measures),
      attachments: files.length > 0 ? { files } : null,
      given: inquiry.answer === null ? null : paragraphsOf(inquiry.answer),
      over: !isOpen && !inquiry.isAnswered,
      action: isOpen ? `/inquiries/${inquiry.id}` : null,
      answer: form.field('answer'),
    };
  }
}
