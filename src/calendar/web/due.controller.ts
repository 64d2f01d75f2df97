import { Controller, Get, Query, Res } from '@nestjs/common';
import { Clock } from '../../kernel/index.js';
import { FormView, Public, readForm, type Reply } from '../../web/index.js';
import { beijingDate } from '../beijing.js';
import { CalendarAdministration } from '../calendar-administration.js';
import { explainDue } from '../due-explained.js';
import { WorkingDays } from '../working-days.js';
import { DueForm } from './calendar.form.js';
import { presentDue } from './due.presenter.js';

const USUAL_DAYS = '30';

/** How a due date was computed, for everybody who doubts one. */
@Controller('calendar')
@Public()
export class DueController {
  constructor(
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly calendar: CalendarAdministration,
  ) {}

  @Get('due')
  async show(@Query() query: Record<string, unknown>, @Res() reply: Reply): Promise<void> {
    const { from = beijingDate(this.clock.now()), days = USUAL_DAYS } = query;
    const form = readForm(DueForm, { from, days });
    if (!form.ok) {
      return void reply.status(422).view('calendar/due', presentDue(new FormView(form.typed, form.errors), null));
    }
    const [start, count] = [form.value.from, Number(form.value.days)];
    const calendar = await this.workingDays.load();
    const exceptions = await this.calendar.days(start, calendar.dueDate(start, count));
    const explained = explainDue(calendar, exceptions, start, count);
    reply.view('calendar/due', presentDue(new FormView({ ...form.value }), explained));
  }
}
