import { Injectable } from '@nestjs/common';
import { sessionName } from '../../congress/index.js';
import { type Actor, type Message, msg } from '../../kernel/index.js';
import { FiledProposals } from '../../proposals/index.js';
import { FormView } from '../../web/index.js';
import { CandidateNotFound } from '../award.errors.js';
import { AwardReading } from '../award-reading.js';
import { scoreOf } from './candidates.presenter.js';

/** The forms of nominating and of scoring. */
@Injectable()
export class CandidatePages {
  constructor(
    private readonly reading: AwardReading,
    private readonly proposals: FiledProposals,
  ) {}

  async nomination(code: string, form: FormView, actor: Actor): Promise<object> {
    const { session } = await this.reading.for('nominate', code, actor);
    const title = msg('awards.nominate');
    return {
      ...frameOf(code, title, form),
      head: { title, kicker: [sessionName(session)], lead: msg('awards.nominateLead') },
      action: `/congress/${code}/awards/nominations`,
      ref: form.field('ref'),
      reason: form.field('reason'),
    };
  }

  /** A number that is no filed proposal of the session is a mistake in the form; an own proposal needs another head. */
  async problemsOf(code: string, { ref }: { ref: string }, actor: Actor): Promise<Record<string, Message>> {
    const { session } = await this.reading.for('nominate', code, actor);
    const [proposal] = await this.proposals.byRefs([ref], actor);
    if (proposal?.sessionId !== session.id) return { ref: msg('awards.noCandidate') };
    return proposal.isProposer(actor.staffId) ? { ref: msg('awards.ownNomination') } : {};
  }

  /** Without `typed` the score given so far stands in the field. */
  async score(code: string, ref: string, typed: FormView | null, actor: Actor): Promise<object> {
    const { session, candidates } = await this.reading.for('score', code, actor);
    const found = candidates?.find(({ proposal }) => proposal.ref === ref);
    if (!found) throw new CandidateNotFound();
    const { proposal, nominations, scores } = found;
    const form = typed ?? new FormView({ score: String(scoreOf(scores, actor) ?? '') });
    const title = msg('awards.scoreTitle');
    return {
      ...frameOf(code, title, form),
      head: { title, kicker: [sessionName(session)] },
      proposal: { title: proposal.title, ref: proposal.ref, href: proposal.href },
      nominations,
      action: proposal.involves(actor.staffId) ? null : `/congress/${code}/awards/candidates/${ref}`,
      score: form.field('score'),
    };
  }
}

export function frameOf(code: string, title: Message, form: FormView) {
  return {
    pageTitle: title,
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    back: `/congress/${code}/awards`,
  };
}
