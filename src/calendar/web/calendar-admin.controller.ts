import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { type Actor, administersSite, authorize, msg, NotFound } from '../../kernel/index.js';
import { CurrentActor, FormView, readForm, type Reply } from '../../web/index.js';
import { CalendarAdministration } from '../calendar-administration.js';
import { readYear } from '../year-text.js';
import { presentYear, presentYearForm, presentYears } from './calendar-admin.presenter.js';
import { DayForm, YearForm } from './calendar.form.js';

@Controller('admin/calendar')
export class CalendarAdminController {
  constructor(private readonly calendar: CalendarAdministration) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    authorize(administersSite(actor, null), 'calendar');
    const [years, missing] = await Promise.all([this.calendar.years(), this.calendar.missingYears()]);
    reply.view('calendar/years', presentYears(years, missing));
  }

  @Get('import')
  offer(@Query('year') year: string | undefined, @CurrentActor() actor: Actor, @Res() reply: Reply): void {
    authorize(administersSite(actor, null), 'calendar');
    reply.view('calendar/import', presentYearForm(new FormView({ year: year ?? '' })));
  }

  @Post('import')
  async putYear(@Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    authorize(administersSite(actor, null), 'calendar');
    const form = readForm(YearForm, body);
    if (!form.ok)
      return void reply.status(422).view('calendar/import', presentYearForm(new FormView(form.typed, form.errors)));
    const year = Number(form.value.year);
    const read = readYear(year, form.value.days);
    if (!read.ok) {
      const refused = new FormView({ ...form.value }, { days: read.problem });
      return void reply.status(422).view('calendar/import', presentYearForm(refused));
    }
    await this.calendar.putYear(year, form.value.source, read.days, actor);
    reply.done(`/admin/calendar/${year}`, msg('calendar.done.year', { year, count: read.days.length }));
  }

  @Get(':year')
  async show(@Param('year') year: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    authorize(administersSite(actor, null), 'calendar');
    await this.print(year, new FormView({ kind: 'off' }), reply);
  }

  @Post(':year/days')
  async putDay(@Param('year') year: string, @Body() body: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    authorize(administersSite(actor, null), 'calendar');
    const form = readForm(DayForm, body);
    if (!form.ok) return this.print(year, new FormView(form.typed, form.errors), reply.status(422));
    const { date, kind, name } = form.value;
    if (!date.startsWith(`${year}-`)) {
      const refused = new FormView({ ...form.value }, { date: msg('calendar.day.otherYear', { year }) });
      return this.print(year, refused, reply.status(422));
    }
    await this.calendar.putDay({ date, isWorkday: kind === 'worked', name }, actor);
    return void reply.done(`/admin/calendar/${year}`, msg('calendar.done.day', { date: date }));
  }

  @Post(':year/days/:date/removal')
  async removeDay(
    @Param('year') year: string,
    @Param('date') date: string,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new NotFound('day');
    await this.calendar.removeDay(date, actor);
    reply.done(`/admin/calendar/${year}`, msg('calendar.done.removed', { date: date }));
  }

  private async print(text: string, form: FormView, reply: Reply): Promise<void> {
    const known = (await this.calendar.years()).find(({ year }) => String(year) === text);
    if (!known) throw new NotFound('year');
    const days = await this.calendar.days(`${known.year}-01-01`, `${known.year}-12-31`);
    reply.view('calendar/year', presentYear(known.year, known.source, days, form));
  }
}
