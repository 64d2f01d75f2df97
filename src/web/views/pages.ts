import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/index.js';
import { Clock } from '../../kernel/index.js';
import { takeFlash } from '../http/flash.js';
import type { Reply, Request } from '../http/request.js';
import { Assets } from './assets.js';
import { Chrome } from './chrome.js';
import { Catalogues } from './i18n.js';
import { ViewEngine } from './view-engine.js';

const HTML_LANG = { zh: 'zh-CN', en: 'en' } as const;

/** Renders a template together with the frame around it. */
@Injectable()
export class Pages {
  readonly catalogues: Catalogues;
  readonly assets: Assets;
  readonly engine: ViewEngine;

  constructor(
    private readonly settings: Settings,
    private readonly chrome: Chrome,
    private readonly clock: Clock,
  ) {
    this.catalogues = new Catalogues(path.join(settings.root, 'locales'), settings.environment === 'test');
    this.assets = new Assets(path.join(settings.root, 'public'));
    this.engine = new ViewEngine(path.join(settings.root, 'views'), this.catalogues);
  }

  render(template: string, model: object, request: Request, reply: Reply): string {
    return this.engine.render(template, { ...model, chrome: this.frameOf(request, reply) }, request.locale);
  }

  private frameOf(request: Request, reply: Reply): object {
    const { actor, locale } = request;
    const at = request.url.split('?')[0]!;
    return {
      locale,
      htmlLang: HTML_LANG[locale],
      otherLocale: locale === 'zh' ? 'en' : 'zh',
      siteName: this.catalogues.text(locale, 'web.siteName'),
      schoolName: this.settings.schoolName,
      path: request.method === 'GET' ? request.url : at,
      nav: this.chrome.navFor(actor, at),
      me: actor.isVisitor ? null : { name: actor.name, unit: actor.unitName, todos: 0, unread: 0, ...request.frame },
      flash: takeFlash(request, reply),
      demo: this.settings.environment === 'demo' ? { now: this.clock.now() } : null,
      asset: { css: this.assets.css, js: this.assets.js, icons: this.assets.icons },
    };
  }
}
