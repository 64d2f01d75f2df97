import { Controller, Get, Query, Render } from '@nestjs/common';
import { type Actor, msg, NotFound, pageRequest } from '../../../kernel/index.js';
import { CurrentActor, presentPager } from '../../../web/index.js';
import { KEY_FACETS, type KeyLine, KeyLists } from '../key-lists.js';
import { statusTag } from '../../case/web/case-tags.js';
import { presentTabs } from '../../web/list-filters.presenter.js';
import { type RawQuery, readListQuery } from '../../web/list-query.js';
import { WATCHERS } from '../../web/unit-cases.controller.js';
import { watchTabs } from './watch-tabs.js';

/** Every key proposal: who leads it, how far its plan has come, what is next. */
@Controller('key-cases')
export class KeyListController {
  constructor(private readonly lists: KeyLists) {}

  @Get()
  @Render('keycases/index')
  async index(@Query() raw: RawQuery, @CurrentActor() actor: Actor): Promise<object> {
    if (!WATCHERS.some((role) => actor.is(role))) throw new NotFound('key cases');
    const query = readListQuery(raw, KEY_FACETS);
    const list = await this.lists.of(actor, query.facet, pageRequest(raw.page));
    return {
      pageTitle: msg('keycases.title'),
      watch: watchTabs('key-cases'),
      lead: msg('keycases.lead'),
      tabs: presentTabs('/key-cases', { ...query, address: {} }, list.counts, { facets: KEY_FACETS }),
      rows: list.page.items.map((line) => presentLine(line, list.today)),
      empty: list.page.items.length === 0 ? { text: msg('keycases.empty') } : null,
      pager: presentPager(list.page, '/key-cases', { state: query.facet }),
    };
  }
}

function presentLine(line: KeyLine, today: string) {
  const { ref, number, title, status, unit, leader, planned, reached, milestones, next, nextOn, reported } = line;
  const isLate = nextOn !== null && nextOn < today;
  const progress = planned ? msg('keycases.progress', { reached, milestones }) : msg('keycases.unplanned');
  return {
    href: `/cases/${ref}/key`,
    number,
    title,
    tag: statusTag(status),
    flags: [
      { tone: planned ? 'neutral' : 'wait', text: progress },
      ...(reported ? [{ tone: 'good', text: msg('keycases.reported') }] : []),
    ],
    next: next === null ? msg('keycases.line', { leader, unit }) : msg('keycases.lineNext', { leader, unit, next }),
    due: nextOn === null ? null : { tone: isLate ? 'bad' : 'neutral', date: nextOn, text: msg('keycases.nextOn') },
  };
}
