import { Injectable } from '@nestjs/common';
import { sessionName } from '../../congress/index.js';
import { type Actor, msg } from '../../kernel/index.js';
import { AwardPolicy } from '../award.policy.js';
import { AwardReading, type AwardView } from '../award-reading.js';
import { presentCandidates, presentHeld } from './candidates.presenter.js';
import { presentRanking } from './ranking.presenter.js';
import { presentWinners } from './winners.presenter.js';

/** The page of the awards of a session. */
@Injectable()
export class AwardPages {
  constructor(private readonly reading: AwardReading) {}

  async show(code: string, actor: Actor): Promise<object> {
    const view = await this.reading.of(code, actor);
    const { session, round, candidates, ranking, isCommittee } = view;
    const address = `/congress/${code}/awards`;
    return {
      pageTitle: msg('awards.title'),
      breadcrumbs: [
        { text: msg('congress.title'), href: '/congress' },
        { text: sessionName(session), href: `/congress/${code}` },
      ],
      head: {
        title: msg('awards.title'),
        tags: [{ tone: round.isDecided ? 'good' : 'info', text: msg(`awards.status.${round.status}`) }],
        kicker: [session.term.congress.name, sessionName(session)],
      },
      note: noteOf(view),
      winners: presentWinners(view),
      held: view.isClosed ? null : presentHeld(view, address),
      candidates: candidates && presentCandidates(candidates, view, actor, address),
      internal: isCommittee && !round.isDecided,
      ranking: ranking && presentRanking(ranking, session.settings),
      decide: this.mayDecide(view, actor)
        ? { href: `${address}/decision`, text: msg('awards.decision.title'), tone: 'primary' }
        : null,
    };
  }

  private mayDecide({ session, isClosed }: AwardView, actor: Actor): boolean {
    return !isClosed && new AwardPolicy(actor).permits('decide', { congressId: session.term.congressId });
  }
}

/** Where it stands, and who is to act. */
function noteOf({ round, session, candidates }: AwardView) {
  if (round.isDecided) {
    const text = msg('awards.note.decided', { name: round.deciderName! });
    return { tone: 'good', text, at: round.decidedAt };
  }
  if (session.isArchived()) return { tone: 'neutral', text: msg('awards.note.never') };
  return { tone: 'info', text: msg(candidates === null ? 'awards.note.waiting' : 'awards.note.nominating') };
}
