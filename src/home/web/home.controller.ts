import { Controller, Get, Query, Render, Req } from '@nestjs/common';
import { msg, pageRequest } from '../../kernel/index.js';
import { Cached, presentPager, Public, type Request } from '../../web/index.js';
import { HomeReading } from '../home-reading.js';
import { presentHome } from './home.presenter.js';

@Controller()
export class HomeController {
  constructor(private readonly reading: HomeReading) {}

  @Get()
  @Public()
  @Cached()
  @Render('home/index')
  async show(@Req() request: Request): Promise<object> {
    return presentHome(await this.reading.home(request.actor, todoCountOf(request)));
  }

  @Get('me/todos')
  @Render('home/todos')
  async todos(@Req() request: Request, @Query('page') number: unknown): Promise<object> {
    const page = await this.reading.todoPage(request.actor, todoCountOf(request), pageRequest(number));
    return {
      pageTitle: msg('home.todos.title'),
      head: { title: msg('home.todos.title'), lead: msg('home.todos.lead') },
      todos: page.items,
      pager: presentPager(page, '/me/todos', {}),
      nothingToDo: { text: msg('home.todos.none'), hint: msg('home.todos.noneHint') },
    };
  }
}

/** Counted already for the frame around the page. */
function todoCountOf({ frame }: Request): number {
  return typeof frame.todos === 'number' ? frame.todos : 0;
}
