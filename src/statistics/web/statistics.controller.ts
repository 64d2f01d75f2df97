import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { type CongressSession, Congresses } from '../../congress/index.js';
import { type Actor, NotFound, pageRequest } from '../../kernel/index.js';
import { Cached, CurrentActor, Public } from '../../web/index.js';
import { Figures } from '../figures.js';
import { listBehind } from '../figure-list.js';
import { numbersOf } from '../session-numbers.js';
import { Snapshots } from '../snapshots.js';
import { presentComparison } from './compare.presenter.js';
import { presentFigureList } from './figure-list.presenter.js';
import { presentStatistics } from './statistics.presenter.js';

const MOST_COMPARED = 5;

@Controller('statistics')
@Public()
@Cached()
export class StatisticsController {
  constructor(
    private readonly congresses: Congresses,
    private readonly figures: Figures,
    private readonly snapshots: Snapshots,
  ) {}

  @Get()
  @Render('statistics/index')
  async show(@Query('session') code: unknown, @CurrentActor() actor: Actor): Promise<object> {
    const sessions = await this.congresses.sessions();
    const session = chosen(sessions, code);
    if (!session) throw new NotFound('session');
    const facts = await this.figures.of(session, actor);
    const durations = await this.figures.durations(facts.cases);
    const numbers = numbersOf(facts, durations, session.settings.minimumSample);
    const snapshot = await this.snapshots.of(session);
    return presentStatistics({ session, sessions, facts, numbers, snapshot });
  }

  @Get('compare')
  @Render('statistics/compare')
  async compare(@CurrentActor() actor: Actor): Promise<object> {
    const all = await this.congresses.sessions();
    const sessions = all.filter(({ term }) => term.congressId === all[0]!.term.congressId).slice(0, MOST_COMPARED);
    if (sessions.length === 0) throw new NotFound('session');
    const facts = await Promise.all(sessions.map((session) => this.figures.of(session, actor)));
    return presentComparison(sessions.map((session, i) => ({ session, facts: facts[i]! })));
  }

  @Get(':figure')
  @Render('statistics/list')
  async list(
    @Param('figure') name: string,
    @Query() query: Record<string, unknown>,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const session = chosen(await this.congresses.sessions(), query.session);
    if (!session) throw new NotFound('session');
    const facts = await this.figures.of(session, actor);
    const list = listBehind(name, facts);
    if (!list) throw new NotFound('figure');
    const part = typeof query.part === 'string' ? query.part : null;
    return presentFigureList(session, list, part, facts.asOf, pageRequest(query.page));
  }
}

/** The session named; else the open one, else the newest. */
function chosen(sessions: readonly CongressSession[], code: unknown): CongressSession | null {
  const named = sessions.find((session) => session.code === code);
  return named ?? sessions.find(({ status }) => status === 'open') ?? sessions[0] ?? null;
}
