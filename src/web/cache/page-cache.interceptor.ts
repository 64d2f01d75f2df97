import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Observable } from 'rxjs';
import type { Request } from '../http/request.js';
import { CACHED_ROUTE } from './cached.decorator.js';
import { PageCache } from './page-cache.js';

/** Marks the request whose page may be kept: a visitor's, of a route that says @Cached(). */
@Injectable()
export class PageCacheInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly cache: PageCache,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const keeping = request.keeping;
    if (keeping && request.actor.isVisitor && this.isCached(context)) {
      keeping.wanted = true;
      keeping.done = this.cache.begin(keeping.key);
    }
    return next.handle();
  }

  private isCached(context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean>(CACHED_ROUTE, [context.getHandler(), context.getClass()]) ?? false;
  }
}
