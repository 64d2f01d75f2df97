import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { beijingDate } from '../../../calendar/index.js';
import { type Actor, mayRead, msg } from '../../../kernel/index.js';
import { CurrentActor, Public } from '../../../web/index.js';
import { CasePolicy } from '../../case/case.policy.js';
import { CasesRepository } from '../../case/cases.repository.js';
import type { HandlingCase } from '../../case/handling-case.entity.js';
import { type CasePapers, ReplyReader } from '../reply-papers.service.js';
import { ReplyNotFound } from '../reply.errors.js';
import type { Reply } from '../reply.entity.js';
import { addressOf } from './reply-origins.js';
import { dutyNamed } from '../../duty/web/duty-address.js';
import { presentAmendments } from '../../amendment/web/amendments-issued.presenter.js';
import { presentReply, unitNameOf } from './reply-view.js';

/** 答复函: the signed reply as the letter that is printed and sealed. As readable as the reply itself. */
@Controller('cases/:ref/replies')
@Public()
export class ReplyLetterController {
  constructor(
    private readonly cases: CasesRepository,
    private readonly reader: ReplyReader,
  ) {}

  @Get(':round/letter')
  @Render('replies/letter')
  async show(
    @Param('ref') ref: string,
    @Param('round') round: string,
    @Query('duty') duty: unknown,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const record = await this.cases.findVisible(ref, actor);
    const papers = await this.reader.of(record);
    const named = dutyNamed(duty);
    const isMeant = ({ assignmentId }: Reply) => named === null || assignmentId === named;
    const reply = papers.replies.find((one) => String(one.round) === round && one.isSigned && isMeant(one));
    if (!reply || !mayRead(reply.audience, actor)) throw new ReplyNotFound();
    return presentLetter(record, reply, papers, actor);
  }
}

function presentLetter(record: HandlingCase, reply: Reply, papers: CasePapers, actor: Actor): object {
  return {
    pageTitle: msg('replies.letter.title'),
    paper: {
      title: msg('replies.letter.title'),
      number: reply.number,
      back: { href: `/cases/${record.ref}`, text: msg('replies.door.case') },
    },
    to: addressOf(record, new CasePolicy(actor).sees('names', record)),
    opening: msg('replies.letter.opening', { title: record.title, number: record.number }),
    reply: presentReply(reply, record, papers),
    amendments: presentAmendments(reply, record, papers, actor),
    seal: {
      unit: unitNameOf(reply, record),
      date: beijingDate(reply.signedAt!),
    },
    proof: reply.seal,
  };
}
