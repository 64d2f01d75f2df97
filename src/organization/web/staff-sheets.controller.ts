import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { type Actor, authorize, msg } from '../../kernel/index.js';
import { CurrentActor, isUpload, type Reply } from '../../web/index.js';
import { Imports } from '../import/imports.js';
import { STAFF_COLUMNS } from '../import/staff-rows.js';
import { savedAs, sheetOf, XLSX } from '../sheets/write-sheet.js';
import { StaffDirectory, staffFilter } from '../staff-directory.js';
import { presentImportForm } from './imports.presenter.js';

const EXPORT_COLUMNS = STAFF_COLUMNS.map(({ header }) => ({ header }));
const FORM = {
  title: msg('organization.staff.import'),
  lead: msg('organization.staff.importLead'),
  action: '/admin/staff/import',
  template: '/admin/staff/template.xlsx',
  back: { text: msg('organization.staff.list'), href: '/admin/staff' },
  columns: STAFF_COLUMNS,
};

/** The staff list as a file: out, in, and empty with its header row. */
@Controller('admin/staff')
export class StaffSheetsController {
  constructor(
    private readonly imports: Imports,
    private readonly list: StaffDirectory,
  ) {}

  @Get('import')
  show(@CurrentActor() actor: Actor, @Res() reply: Reply): void {
    authorize(actor.is('administrator') ? 'administrator' : null, 'staff.import');
    reply.view('admin/import-new', presentImportForm(FORM, null));
  }

  @Post('import')
  async receive(@Body('file') file: unknown, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    if (!isUpload(file)) {
      const missing = msg('organization.import.fileMissing');
      return void reply.status(422).view('admin/import-new', presentImportForm(FORM, missing));
    }
    reply.done(`/admin/imports/${await this.imports.receive('staff', null, file, actor)}`);
  }

  @Get('template.xlsx')
  async template(@Res() reply: Reply): Promise<void> {
    const example = STAFF_COLUMNS.map((column) => column.example);
    reply.header('content-disposition', savedAs('教职工名单模板.xlsx')).type(XLSX);
    reply.send(await sheetOf(EXPORT_COLUMNS, [example]));
  }

  @Get('export.xlsx')
  async export(@Query() query: Record<string, unknown>, @CurrentActor() actor: Actor, @Res() reply: Reply) {
    authorize(actor.is('administrator') ? 'administrator' : null, 'staff.export');
    const lines = await this.list.all(staffFilter(query), actor);
    const rows = lines.map((line) => [
      line.number,
      line.name,
      line.unit,
      line.title,
      line.mail ?? '',
      line.phone ?? '',
      line.active ? '是' : '否',
    ]);
    reply.header('content-disposition', savedAs('教职工名单.xlsx')).type(XLSX);
    reply.send(await sheetOf(EXPORT_COLUMNS, rows));
  }
}
