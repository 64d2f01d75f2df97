import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/index.js';
import { Actor } from '../../kernel/index.js';
import { Pages } from '../../web/index.js';
import { plainStart } from '../markup.js';
import type { Notice } from '../notice.entity.js';
import { NoticesRepository } from '../notices.repository.js';

const ENTRIES = 50;
const SUMMARY = 300;
/** Before the first notice there is no better answer to "when was it updated". */
const NEVER = new Date(0);
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** 公开栏 as an Atom feed (RFC 4287), for all categories or one. */
@Injectable()
export class NoticeFeed {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly pages: Pages,
    private readonly settings: Settings,
  ) {}

  async render(category: string): Promise<string> {
    const newest = await this.notices.newest(Actor.visitor(), ENTRIES, category);
    const { baseUrl, schoolName } = this.settings;
    const text = (key: string) => this.pages.catalogues.text('zh', key);
    const board = `${baseUrl}/notices${category && `?category=${category}`}`;
    const self = `${baseUrl}/notices/feed.atom${category && `?category=${category}`}`;
    const kind = category ? ` · ${text(`disclosure.category.${category}`)}` : '';
    const title = `${text('disclosure.board.title')}${kind} – ${schoolName}`;
    const updated = (newest[0]?.publishedAt ?? NEVER).toISOString();
    const entries = newest.map((notice) => this.entryOf(notice, text));
    return this.pages.engine.render('notices/feed', { self, board, title, updated, entries, author: schoolName }, 'zh');
  }

  private entryOf(notice: Notice, text: (key: string) => string): object {
    const { id, indexNumber, title, unit, category, publishedAt, body } = notice;
    return {
      id: `urn:uuid:${id}`,
      href: `${this.settings.baseUrl}/notices/${indexNumber}`,
      title: clean(title),
      author: clean(unit.name),
      category,
      label: text(`disclosure.category.${category}`),
      updated: publishedAt!.toISOString(),
      summary: clean(plainStart(body, SUMMARY)),
    };
  }
}

/** XML knows fewer characters than people type. */
function clean(text: string): string {
  return text.replace(NOT_XML, '').replace(LONE_SURROGATE, '');
}
