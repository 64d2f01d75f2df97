import { Global, Module } from '@nestjs/common';
import { Search } from './search.js';
import { SearchIndex } from './search-index.js';
import { SearchController } from './web/search.controller.js';

@Global()
@Module({ controllers: [SearchController], providers: [Search, SearchIndex], exports: [Search, SearchIndex] })
export class SearchModule {}
