import { SetMetadata } from '@nestjs/common';

export const CACHED_ROUTE = 'jianyan:cached';

/** A page that is the same for every visitor: rendered once, then answered from memory until something changes. */
export const Cached = () => SetMetadata(CACHED_ROUTE, true);
