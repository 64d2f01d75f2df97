import { Controller, Get, Query, Render } from '@nestjs/common';
import { type Actor, pageRequest } from '../../kernel/index.js';
import { CurrentActor, Public } from '../../web/index.js';
import { Search } from '../search.js';
import { SearchIndex } from '../search-index.js';
import { SearchQuery } from '../search-query.js';
import { presentSearch, type SearchPage } from './search.presenter.js';

type Typed = Record<string, unknown>;

@Controller('search')
@Public()
export class SearchController {
  constructor(
    private readonly search: Search,
    private readonly index: SearchIndex,
  ) {}

  @Get()
  @Render('search/index')
  async show(@Query() typed: Typed, @CurrentActor() actor: Actor): Promise<SearchPage> {
    const { kinds } = this.index;
    const query = new SearchQuery(typeof typed.q === 'string' ? typed.q : '');
    const kind = kinds.find(({ subjectType }) => subjectType === typed.kind)?.subjectType ?? null;
    const result = await this.search.find(query, kind, actor, pageRequest(typed.page));
    return presentSearch(query, kind, kinds, result);
  }
}
