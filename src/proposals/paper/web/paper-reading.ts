import { Injectable } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { Congresses, type CongressSession, type Delegate } from '../../../congress/index.js';
import type { Category } from '../../../handling/index.js';
import { type Actor, Clock, type Message, msg } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import type { FieldErrors } from '../../../web/index.js';
import { PaperForms } from '../paper-forms.service.js';
import type { PaperForm } from '../paper-steps.js';
import { problemsOf, type Signatories } from './paper-signatories.js';
import { numbersIn, type PaperEntryForm } from './paper.form.js';

export type Read = { readonly form: PaperForm } | { readonly errors: FieldErrors };

/** Reads what the secretary typed from a paper form: whom the numbers name, or what is wrong. */
@Injectable()
export class PaperReading {
  constructor(
    private readonly papers: PaperForms,
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  async read(form: PaperEntryForm, actor: Actor): Promise<Read> {
    const session = await this.papers.session(actor);
    const people = await this.signatories(form, session);
    const { author, joint, present, signers, isCollective } = people;
    const own = [author?.staffId ?? null, ...joint.ids, ...signers.ids].some((id) => actor.isPerson(id));
    const errors = {
      ...problemsOf(people, session),
      ...(own ? { author: msg('paper.errors.own') } : {}),
      ...this.dateErrors(form, session),
      ...(form.publish === 'no' && form.publishRefusal === ''
        ? { publishRefusal: msg('proposals.missing.publishRefusal') }
        : {}),
      ...(session.settings.delegationCheck && !isCollective && form.delegation === ''
        ? { delegation: msg('paper.errors.delegation') }
        : {}),
    };
    if (Object.keys(errors).length > 0) return { errors };
    const { id, receivedOn, note } = form;
    const ids = { authorId: author!.staffId, jointIds: joint.ids, presentIds: present.ids, seconderIds: signers.ids };
    return { form: { id, ...ids, isCollective, text: textOf(form), receivedOn, note } };
  }

  private async signatories(form: PaperEntryForm, session: CongressSession): Promise<Signatories> {
    const author = await this.seat(form.author, session);
    const isCollective = form.kind === 'collective';
    const named = async (text: string) => {
      const found = await Promise.all(
        numbersIn(text).map(async (number) => ({ number, seat: await this.seat(number, session) })),
      );
      const isIn = (seat: Delegate | null) =>
        seat !== null && (!isCollective || seat.delegationId === author?.delegationId);
      const ids = found.flatMap(({ seat }) => (isIn(seat) ? [seat!.staffId] : []));
      return { ids, unknown: found.filter(({ seat }) => !isIn(seat)).map(({ number }) => number) };
    };
    const [joint, present, signers] = [await named(form.joint), await named(form.present), await named(form.seconders)];
    if (!isCollective) return { author, isCollective, joint, present: { ids: [], unknown: [] }, signers };
    const others = ({ ids, unknown }: typeof present) => ({ ids: ids.filter((id) => id !== author?.staffId), unknown });
    return { author, isCollective, joint, present: others(present), signers: others(signers) };
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

  private async seat(number: string, { termId }: CongressSession): Promise<Delegate | null> {
    const person = await this.directory.personByNumber(number);
    return person?.active ? this.congresses.seat(person.id, termId) : null;
  }
}

function textOf(form: PaperEntryForm): PaperForm['text'] {
  const { title, category, reason, measures, wishedUnit } = form;
  const publishable = form.publish === 'yes';
  return {
    title,
    category: category as Category,
    reason,
    measures,
    wishedUnitId: wishedUnit === '' ? null : wishedUnit,
    publishable,
    publishRefusal: publishable ? '' : form.publishRefusal,
  };
}
