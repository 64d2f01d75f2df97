import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import { type Actor, Clock, pageOf, pageRequest } from '../../kernel/index.js';
import { Cached, CurrentActor, Public, type Reply } from '../../web/index.js';
import type { CongressSession } from '../congress-session.entity.js';
import { Congresses } from '../congresses.js';
import { Roster } from '../roster.js';
import { SessionFigures } from '../session-figures.js';
import { presentSessionList, presentSessionPage } from './congress.presenter.js';

/** The congress as everybody may know it. */
@Controller('congress')
@Public()
@Cached()
export class CongressController {
  constructor(
    private readonly clock: Clock,
    private readonly congresses: Congresses,
    private readonly roster: Roster,
    private readonly figures: SessionFigures,
  ) {}

  @Get()
  async list(@Query('page') number: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const [sessions, main] = await Promise.all([this.congresses.sessions(), this.congresses.mainCongressId()]);
    const request = pageRequest(number);
    const ordered = ownFirst(sessions, actor);
    const shown = ordered.slice((request.number - 1) * request.size, request.number * request.size);
    const page = pageOf(shown, sessions.length, request);
    reply.view('congress/index', presentSessionList(page, main, this.clock.now()));
  }

  @Get(':code')
  async show(@Param('code') code: string, @Res() reply: Reply): Promise<void> {
    const session = await this.congresses.addressed(code);
    const [delegations, seats, figures] = await Promise.all([
      this.roster.delegations(session.termId),
      this.congresses.seats(session.termId),
      this.figures.of(session),
    ]);
    const today = beijingDate(this.clock.now());
    const sitting = seats.filter(({ validFrom, validUntil }) => validFrom <= today && (validUntil ?? today) >= today);
    reply.view(
      'congress/session',
      presentSessionPage({ session, code }, delegations, sitting, figures, this.clock.now()),
    );
  }
}

/** Where somebody sits, as delegate or in the committee, comes first; the order stays otherwise. */
function ownFirst(sessions: readonly CongressSession[], actor: Actor): CongressSession[] {
  const own = new Set([...actor.scopesOf('congress'), ...actor.scopesOf('committee')]);
  const isOwn = ({ term }: CongressSession) => Number(own.has(term.congressId));
  return sessions.toSorted((a, b) => isOwn(b) - isOwn(a));
}
