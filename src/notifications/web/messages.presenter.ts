import { type Message, msg, type Page } from '../../kernel/index.js';
import { presentPager } from '../../web/index.js';
import { type Notification, subjectOf, textOf } from '../notification.entity.js';

const ADDRESS = '/me/messages';

export function presentInbox(page: Page<Notification>, onlyUnread: boolean, unread: number) {
  return {
    pageTitle: msg('notifications.title'),
    lead: msg('notifications.lead'),
    tabs: {
      label: msg('notifications.listLabel'),
      items: [
        { text: msg('notifications.all'), href: ADDRESS, current: !onlyUnread },
        { text: msg('notifications.unread'), href: `${ADDRESS}?only=unread`, current: onlyUnread, count: unread },
      ],
    },
    messages: page.items.map(presentMessage),
    empty: { text: msg(onlyUnread ? 'notifications.emptyUnread' : 'notifications.empty') },
    pager: presentPager(page, ADDRESS, { only: onlyUnread ? 'unread' : '' }),
    readAll: unread > 0 ? { action: `${ADDRESS}/read`, text: msg('notifications.readAll'), tone: 'secondary' } : null,
    settings: { href: `${ADDRESS}/preferences`, text: msg('notifications.settings'), tone: 'text' },
  };
}

function presentMessage(message: Notification) {
  return {
    href: `${ADDRESS}/${message.id}`,
    subject: subjectOf(message),
    text: textOf(message),
    at: message.at.toISOString(),
    due: message.dueOn === null ? null : msg('notifications.due', { date: message.dueOn }),
    unread: message.isUnread ? ({ tone: 'info', text: msg('notifications.unreadTag') } as UnreadTag) : null,
  };
}

interface UnreadTag {
  readonly tone: string;
  readonly text: Message;
}
