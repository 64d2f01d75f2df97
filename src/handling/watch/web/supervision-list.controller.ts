import { Controller, Get, Query, Render } from '@nestjs/common';
import { type Actor, msg, NotFound, pageRequest } from '../../../kernel/index.js';
import { CurrentActor, presentPager } from '../../../web/index.js';
import { SUPERVISION_FACETS, type SupervisionLine, SupervisionLists } from '../supervision-lists.js';
import { presentTabs } from '../../web/list-filters.presenter.js';
import { type RawQuery, readListQuery } from '../../web/list-query.js';
import { levelText, noticeTag } from './supervision.presenter.js';
import { WATCHERS } from '../../web/unit-cases.controller.js';
import { watchTabs } from './watch-tabs.js';

/** Every 督办单 with its state, and the overdue cases for which one is proposed. */
@Controller('supervision')
export class SupervisionListController {
  constructor(private readonly lists: SupervisionLists) {}

  @Get()
  @Render('supervision/index')
  async index(@Query() raw: RawQuery, @CurrentActor() actor: Actor): Promise<object> {
    if (!WATCHERS.some((role) => actor.is(role))) throw new NotFound('supervision');
    const query = readListQuery(raw, SUPERVISION_FACETS);
    const list = await this.lists.of(actor, query.facet, pageRequest(raw.page));
    return {
      pageTitle: msg('supervision.title'),
      watch: watchTabs('supervision'),
      lead: msg(query.facet === 'proposed' ? 'supervision.leadProposed' : 'supervision.lead'),
      tabs: presentTabs('/supervision', { ...query, address: {} }, list.counts, {
        facets: SUPERVISION_FACETS,
        rare: ['proposed'],
      }),
      rows: list.page.items.map((line) => presentLine(line, list.today)),
      empty: list.page.items.length === 0 ? { text: msg('supervision.empty') } : null,
      pager: presentPager(list.page, '/supervision', { state: query.facet }),
    };
  }
}

function presentLine(
  { noticeId, ref, caseNumber, title, unit, unitId, number, level, status, date }: SupervisionLine,
  today: string,
) {
  const isLate = date < today && (status === null || status === 'issued');
  return {
    href: noticeId === null ? `/cases/${ref}/supervision/new?unit=${unitId}` : `/cases/${ref}/supervision/${noticeId}`,
    number: number ?? caseNumber,
    title,
    tag: status === null ? { tone: 'bad', text: msg('handling.flag.overdue') } : noticeTag(status),
    flags: [{ tone: 'neutral', text: levelText(level) }],
    next: msg(status === null ? 'supervision.propose' : 'supervision.next', {
      unit,
      level: `@supervision.level.${level}`,
      number: caseNumber,
    }),
    due: {
      tone: isLate ? 'bad' : 'neutral',
      date,
      text: msg(status === null ? 'supervision.wasDue' : 'supervision.fact.answerBy'),
    },
  };
}
