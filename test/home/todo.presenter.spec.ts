import { describe, expect, it } from '@jest/globals';
import { CALENDAR_SEED, WorkingCalendar } from '../../src/calendar/index.js';
import { presentTodo } from '../../src/home/web/todo.presenter.js';
import { msg } from '../../src/kernel/index.js';

const calendar = new WorkingCalendar(CALENDAR_SEED);
const TODAY = '2026-04-14';

describe('a line of what waits for somebody', () => {
  it.each([
    [null, 'none', null],
    ['2026-04-30', 'calm', msg('home.due.left', { n: 12 })],
    ['2026-04-17', 'soon', msg('home.due.left', { n: 3 })],
    ['2026-04-14', 'today', msg('home.due.today')],
    ['2026-04-13', 'overdue', msg('home.due.overBy', { n: 1 })],
    ['2026-04-09', 'overdue', msg('home.due.overBy', { n: 3 })],
  ])('due on %s is %s', (dueOn, urgency, text) => {
    const { tag, due } = presentTodo(todo(dueOn), calendar, TODAY);

    expect(tag.text).toEqual(msg(`home.urgency.${urgency}`));
    expect(due?.text ?? null).toEqual(text);
  });

  it('is overdue on Saturday when it was due on Friday, though no working day has passed', () => {
    const { tag, due } = presentTodo(todo('2026-04-17'), calendar, '2026-04-18');

    expect(tag.text).toEqual(msg('home.urgency.overdue'));
    expect(due?.text).toEqual(msg('home.due.over'));
  });

  it('names the date alone where the calendar does not reach', () => {
    expect(presentTodo(todo('2027-01-15'), calendar, TODAY).due).toMatchObject({
      text: msg('home.due.until'),
      date: '2027-01-15',
    });
  });
});

function todo(dueOn: string | null) {
  return { title: '案', href: '/cases/8-3-001', next: msg('home.todos.lead'), dueOn, number: '第八届三次第001号' };
}
