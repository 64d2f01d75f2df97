import { diffOf, msg } from '../../kernel/index.js';
import type { Notice } from '../notice.entity.js';
import { noticeHref, titleOf } from './notice.presenter.js';

/** What a new version changed. */
export function presentChanges(before: Notice, after: Notice): object {
  return {
    pageTitle: msg('disclosure.changes.title', { title: after.title }),
    breadcrumbs: [
      { text: msg('disclosure.nav'), href: '/notices' },
      { text: titleOf(after), href: noticeHref(after) },
    ],
    head: { title: msg('disclosure.changes.title', { title: after.title }), lead: msg('disclosure.changes.lead') },
    lines: diffOf(`${before.title}\n${before.body}`, `${after.title}\n${after.body}`),
    before: { href: noticeHref(before), text: msg('disclosure.version.before', { title: before.title }) },
  };
}
