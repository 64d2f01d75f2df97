import { type CongressSession, sessionNumbers } from '../../congress/index.js';
import type { NoticeSummary } from '../../disclosure/index.js';
import { msg } from '../../kernel/index.js';
import { presentSessionWay, type SessionFacts } from '../../statistics/index.js';
import type { TodoView } from './todo.presenter.js';

export interface HomeModel {
  readonly isVisitor: boolean;
  readonly todos: readonly TodoView[];
  readonly todoCount: number;
  readonly notices: readonly NoticeSummary[];
  readonly session: CongressSession | null;
  readonly facts: SessionFacts | null;
}

/** Three questions: what waits for me, what is new, how are we doing. */
export function presentHome({ isVisitor, todos, todoCount, notices, session, facts }: HomeModel) {
  return {
    pageTitle: msg('home.title'),
    isVisitor,
    todoTitle: {
      title: msg('home.todos.title'),
      more: todoCount > 0 ? { href: '/me/todos', text: msg('home.todos.all', { n: todoCount }) } : null,
    },
    todos,
    nothingToDo: { text: msg('home.todos.none'), hint: msg('home.todos.noneHint') },
    noticeTitle: { title: msg('home.notices.title'), more: { href: '/notices', text: msg('home.notices.all') } },
    notices: notices.map(presentNotice),
    noNotices: { text: msg('home.notices.none') },
    way: session && facts && presentSessionWay(session, facts),
    wayTitle: session && {
      title: msg('home.figures.title', sessionNumbers(session)),
      more: { href: `/statistics?session=${session.code}`, text: msg('home.figures.all') },
    },
  };
}

/** For `components/notice-row`. */
function presentNotice({ href, title, unit, category, audienceKind, publishedOn }: NoticeSummary) {
  const tag = audienceKind === 'public' ? null : { tone: 'neutral', text: msg(`home.audience.${audienceKind}`) };
  return { href, title, unit, date: publishedOn, category: msg(`disclosure.category.${category}`), tag };
}
