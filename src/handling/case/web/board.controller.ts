import { Controller, Get, Query, Render } from '@nestjs/common';
import { type CongressSession, Congresses, sessionNameAmong } from '../../../congress/index.js';
import { type Actor, authorize, msg, pageRequest } from '../../../kernel/index.js';
import { Directory } from '../../../organization/index.js';
import { CurrentActor, presentPager } from '../../../web/index.js';
import { BOARD_FACET_NAMES, type BoardFacet } from '../case-facets.js';
import { CaseLists } from '../case-lists.js';
import { SupervisionLists } from '../../watch/supervision-lists.js';
import { presentRows } from './case-rows.presenter.js';
import { categoryText } from './case-tags.js';
import { CATEGORY_OFFERS, KIND_OFFERS, presentFilters, presentTabs } from '../../web/list-filters.presenter.js';
import { type ListQuery, type RawQuery, readListQuery } from '../../web/list-query.js';

const RARE: readonly BoardFacet[] = [
  'return_pending',
  'rated',
  'referred',
  'dissatisfied',
  'withdrawn',
  'overdue',
  'soon',
];

/** The committee's board: every case of the session, what is next, who must act. */
@Controller('board')
export class BoardController {
  constructor(
    private readonly lists: CaseLists,
    private readonly congresses: Congresses,
    private readonly directory: Directory,
    private readonly supervision: SupervisionLists,
  ) {}

  @Get()
  @Render('handling/board')
  async show(@Query() raw: RawQuery, @CurrentActor() actor: Actor): Promise<object> {
    authorize(actor.is('committee') ? 'committee_member' : null, 'board');
    const own = actor.scopesOf('committee');
    const sessions = (await this.congresses.sessions()).filter(({ term }) => own.includes(term.congressId));
    const query = withSession(readListQuery(raw, BOARD_FACET_NAMES), sessions);
    const list = await this.lists.board(actor, query.filters, query.facet, pageRequest(raw.page));
    const units = await this.directory.activeUnits();
    const choosing =
      query.facet === 'open' &&
      (actor.is('committee_chair') || actor.is('light_secretary')) &&
      list.page.items.length > 0;
    return {
      pageTitle: msg('handling.board.title'),
      tabs: presentTabs('/board', query, list.counts, { facets: BOARD_FACET_NAMES, rare: RARE }),
      filters: presentFilters('/board', query, {
        session: [...sessions.map(sessionOffer), { value: 'all', text: msg('handling.filter.allSessions') }],
        unit: units.map(({ id, name }) => ({ value: id, text: name })),
        category: CATEGORY_OFFERS,
        kind: KIND_OFFERS,
      }),
      proposed: await this.proposed(actor),
      choosing,
      choices: choosing
        ? list.page.items.map(({ ref, number, title, category }) => ({
            ref,
            number,
            title,
            category: categoryText(category),
          }))
        : [],
      rows: choosing ? [] : presentRows(list),
      empty: list.page.items.length === 0 ? { text: msg('handling.board.empty') } : null,
      pager: presentPager(list.page, '/board', { state: query.facet, ...query.address }),
    };
  }

  /** Overdue, and nobody was urged: proposed, never sent by itself. */
  private async proposed(actor: Actor): Promise<object | null> {
    const n = await this.supervision.proposed(actor);
    const href = '/supervision?state=proposed';
    return n === 0 ? null : { href, text: msg('supervision.proposed', { n }), tone: 'secondary' };
  }
}

/** Without a word about the session, the running one is meant. */
function withSession(query: ListQuery<BoardFacet>, sessions: readonly CongressSession[]): ListQuery<BoardFacet> {
  const { session = '' } = query.address;
  const running = sessions.find(({ status }) => status === 'open') ?? sessions[0];
  const sessionId = session === 'all' ? '' : session || (running?.id ?? '');
  return { ...query, filters: { ...query.filters, sessionId }, address: { ...query.address, session } };
}

function sessionOffer(session: CongressSession) {
  return { value: session.id, text: sessionNameAmong(session) };
}
