import { Controller, Get, Query, Render } from '@nestjs/common';
import { type Actor, msg, NotFound, pageRequest } from '../../../kernel/index.js';
import { CurrentActor, presentPager } from '../../../web/index.js';
import { PROMISE_FACETS, PromiseLists } from '../promise-lists.js';
import { presentFilters, presentTabs } from '../../web/list-filters.presenter.js';
import { type RawQuery, readListQuery } from '../../web/list-query.js';
import { presentPromise } from './promises.presenter.js';
import { watchTabs } from '../../watch/web/watch-tabs.js';
import { WATCHERS } from '../../web/unit-cases.controller.js';

/** 承诺台账: what was promised and is not yet kept, over all sessions and terms. */
@Controller('promises')
export class PromisesController {
  constructor(private readonly lists: PromiseLists) {}

  @Get()
  @Render('promises/index')
  async index(@Query() raw: RawQuery, @CurrentActor() actor: Actor): Promise<object> {
    if (!WATCHERS.some((role) => actor.is(role))) throw new NotFound('promises');
    const query = readListQuery(raw, PROMISE_FACETS);
    const { unitId, text } = query.filters;
    const list = await this.lists.of(actor, query.facet, { unitId, text }, pageRequest(raw.page));
    const units = list.units.map(({ id, name }) => ({ value: id, text: name }));
    return {
      pageTitle: msg('promises.title'),
      watch: watchTabs('promises'),
      lead: msg('promises.lead'),
      tabs: presentTabs('/promises', query, list.counts, { facets: PROMISE_FACETS }),
      filters: presentFilters('/promises', query, units.length > 1 ? { unit: units } : {}),
      rows: list.page.items.map((line) => presentPromise(line, list.today)),
      empty: list.page.items.length === 0 ? { text: msg('promises.empty') } : null,
      pager: presentPager(list.page, '/promises', { state: query.facet, ...query.address }),
    };
  }
}
