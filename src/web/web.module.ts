import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { PageCache } from './cache/page-cache.js';
import { PageCacheInterceptor } from './cache/page-cache.interceptor.js';
import { PageNews } from './cache/page-news.js';
import { SignInGuard } from './http/sign-in.guard.js';
import { AssetsController } from './http/assets.controller.js';
import { HealthController } from './http/health.controller.js';
import { LanguageController } from './http/language.controller.js';
import { StyleController } from './http/style.controller.js';
import { SessionCookie } from './http/session-cookie.js';
import { AdminPages } from './views/admin-pages.js';
import { Chrome } from './views/chrome.js';
import { Pages } from './views/pages.js';
import { TodoLists } from './views/todo-lists.js';

@Global()
@Module({
  controllers: [AssetsController, HealthController, LanguageController, StyleController],
  providers: [
    AdminPages,
    Chrome,
    PageCache,
    PageNews,
    Pages,
    SessionCookie,
    TodoLists,
    { provide: APP_GUARD, useClass: SignInGuard },
    { provide: APP_INTERCEPTOR, useClass: PageCacheInterceptor },
  ],
  exports: [AdminPages, Chrome, Pages, SessionCookie, TodoLists],
})
export class WebModule {}
