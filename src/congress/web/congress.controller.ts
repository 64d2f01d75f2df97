import { Controller, Get, Param, Res } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import { Clock } from '../../kernel/index.js';
import { Cached, Public, type Reply } from '../../web/index.js';
import { CongressNotFound } from '../congress.errors.js';
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
  async list(@Res() reply: Reply): Promise<void> {
    const [sessions, main] = await Promise.all([this.congresses.sessions(), this.congresses.mainCongressId()]);
    reply.view('congress/index', presentSessionList(sessions, main, this.clock.now()));
  }

  @Get(':code')
  async show(@Param('code') code: string, @Res() reply: Reply): Promise<void> {
    const [sessions, main] = await Promise.all([this.congresses.sessions(), this.congresses.mainCongressId()]);
    const session = sessions.find((one) => one.addressBeside(main) === code);
    if (!session) throw new CongressNotFound();
    const [delegations, seats, figures] = await Promise.all([
      this.roster.delegations(session.termId),
      this.congresses.seats(session.termId),
      this.figures.of(session),
    ]);
    const today = beijingDate(this.clock.now());
    const sitting = seats.filter(({ validFrom, validUntil }) => validFrom <= today && (validUntil ?? today) >= today);
    reply.view('congress/session', presentSessionPage(session, delegations, sitting, figures, this.clock.now()));
  }
}
