export { SearchModule } from './search.module.js';
export { SearchIndex, type SearchDocument, type SearchSource, type SearchSubject } from './search-index.js';
export { Search, type SearchHit, type SearchResult } from './search.js';
export { SearchQuery } from './search-query.js';
export { allWordsOf } from './segmentation.js';
