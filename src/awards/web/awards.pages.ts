import { Injectable } from '@nestjs/common';
import { sessionName } from '../../congress/index.js';
import { type AnnouncedAward, NoticeLookup } from '../../disclosure/index.js';
import { type Actor, msg } from '../../kernel/index.js';
import { AwardPolicy } from '../award.policy.js';
import { AwardReading, type AwardView } from '../award-reading.js';
import { awardWorkflow } from '../award-workflow.js';
import { presentCandidates, presentHeld } from './candidates.presenter.js';
import { presentRanking } from './ranking.presenter.js';
import { presentDays } from './schedule.pages.js';
import { presentWinners } from './winners.presenter.js';

/** The page of the awards of a session. */
@Injectable()
export class AwardPages {
  constructor(
    private readonly reading: AwardReading,
    private readonly notices: NoticeLookup,
  ) {}

  async show(code: string, actor: Actor): Promise<object> {
    const view = await this.reading.of(code, actor);
    const { session, round, candidates, ranking, isCommittee } = view;
    const address = `/congress/${code}/awards`;
    const notice = await this.notices.ofAward(session.id, actor);
    const isAnnounced = await this.notices.isAnnounced(session.id);
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
      days: presentDays(view),
      doors: this.doorsOf(view, isAnnounced, actor, address),
      notice: presentNotice(notice),
    };
  }

  /** What the office of the committee does next. */
  private doorsOf({ session, round }: AwardView, isAnnounced: boolean, actor: Actor, address: string) {
    if (session.isArchived()) return [];
    const policy = new AwardPolicy(actor);
    const { congressId } = session.term;
    return awardWorkflow
      .availableFrom(round.status)
      .flatMap((action) => DOORS.filter((door) => door.action === action))
      .filter(({ action }) => policy.permits(action, { congressId }) && !(action === 'announce' && isAnnounced))
      .map(({ page, text, tone }) => ({ href: `${address}/${page}`, text: msg(text), tone }));
  }
}

const DOORS = [
  { action: 'decide', page: 'decision', text: 'awards.decision.title', tone: 'primary' },
  { action: 'schedule', page: 'schedule', text: 'awards.schedule.do', tone: 'secondary' },
  { action: 'announce', page: 'notice', text: 'awards.notice.do', tone: 'primary' },
] as const;

/** The notice of the awards, for whoever may read it; while it is prepared these are few. */
function presentNotice(notice: AnnouncedAward | null) {
  if (notice === null) return null;
  const { href, title, status } = notice;
  return { href, text: title, tag: { tone: 'info', text: msg(`disclosure.status.${status}`) } };
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
