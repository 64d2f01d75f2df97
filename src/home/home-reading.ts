import { Injectable } from '@nestjs/common';
import { beijingDate, WorkingDays } from '../calendar/index.js';
import { type CongressSession, Congresses } from '../congress/index.js';
import { NoticeLookup } from '../disclosure/index.js';
import { type Actor, Clock, type Page, pageOf, type PageRequest } from '../kernel/index.js';
import { Figures } from '../statistics/index.js';
import { TodoLists } from '../web/index.js';
import type { HomeModel } from './web/home.presenter.js';
import { presentTodo, type TodoView } from './web/todo.presenter.js';

const SHOWN_TODOS = 3;
const SHOWN_NOTICES = 4;

/** Reads for one person what the first page tells. */
@Injectable()
export class HomeReading {
  constructor(
    private readonly todos: TodoLists,
    private readonly notices: NoticeLookup,
    private readonly congresses: Congresses,
    private readonly figures: Figures,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  async home(actor: Actor, todoCount: number): Promise<HomeModel> {
    const [todos, notices, session] = await Promise.all([
      actor.isVisitor ? [] : this.firstTodos(actor, SHOWN_TODOS),
      this.notices.newest(actor, SHOWN_NOTICES),
      this.presentSession(),
    ]);
    const facts = session && (await this.figures.of(session, actor));
    return { isVisitor: actor.isVisitor, todos, todoCount, notices, session, facts };
  }

  /** One page of everything that waits for somebody, the most urgent first. */
  async todoPage(actor: Actor, total: number, request: PageRequest): Promise<Page<TodoView>> {
    const until = request.number * request.size;
    const todos = await this.firstTodos(actor, until);
    return pageOf(todos.slice(until - request.size), total, request);
  }

  private async firstTodos(actor: Actor, limit: number): Promise<TodoView[]> {
    const [todos, calendar] = await Promise.all([this.todos.list(actor, limit), this.workingDays.load()]);
    const today = beijingDate(this.clock.now());
    return todos.map((todo) => presentTodo(todo, calendar, today));
  }

  /** The open session; between sessions the newest one. */
  private async presentSession(): Promise<CongressSession | null> {
    const sessions = await this.congresses.sessions();
    return sessions.find(({ status }) => status === 'open') ?? sessions[0] ?? null;
  }
}
