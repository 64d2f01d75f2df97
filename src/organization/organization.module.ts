import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { msg } from '../kernel/index.js';
import { AdminPages, Chrome } from '../web/index.js';
import { Directory } from './directory.js';
import { ImportDraft } from './import/import-draft.entity.js';
import { Imports } from './import/imports.js';
import { StaffImport } from './import/staff-import.js';
import { MailAddressRules } from './mail-address-rules.js';
import { Staff } from './staff.entity.js';
import { StaffAdministration } from './staff-administration.js';
import { StaffDirectory } from './staff-directory.js';
import { Unit } from './unit.entity.js';
import { UnitMerger } from './unit-merger.js';
import { UnitsAdministration } from './units-administration.js';
import { AdminController } from './web/admin.controller.js';
import { MergerController } from './web/merger.controller.js';
import { ImportsController } from './web/imports.controller.js';
import { StaffController } from './web/staff.controller.js';
import { StaffSheetsController } from './web/staff-sheets.controller.js';
import { UnitsController } from './web/units.controller.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ImportDraft, Unit, Staff])],
  controllers: [
    AdminController,
    ImportsController,
    StaffSheetsController,
    StaffController,
    MergerController,
    UnitsController,
  ],
  providers: [
    Directory,
    Imports,
    MailAddressRules,
    StaffAdministration,
    StaffDirectory,
    StaffImport,
    UnitMerger,
    UnitsAdministration,
  ],
  exports: [Directory, Imports, MailAddressRules, UnitMerger],
})
export class OrganizationModule implements OnModuleInit {
  constructor(
    private readonly chrome: Chrome,
    private readonly pages: AdminPages,
  ) {}

  onModuleInit(): void {
    const forAdministrators = ['administrator'];
    this.chrome.addEntry({
      href: '/admin',
      text: msg('organization.admin.nav'),
      for: ['administrator', 'committee_secretary'],
      order: 90,
    });
    this.add('/admin/units', 'units', forAdministrators, 10);
    this.add('/admin/staff', 'staff', forAdministrators, 20);
    this.add('/admin/settings', 'settings', ['site_administrator'], 90);
  }

  private add(href: string, name: string, keys: readonly string[], order: number): void {
    const [text, hint] = [msg(`organization.pages.${name}.text`), msg(`organization.pages.${name}.hint`)];
    this.pages.add({ href, text, hint, for: keys, order });
  }
}
