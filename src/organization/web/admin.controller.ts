import { Controller, Get, Res } from '@nestjs/common';
import { Settings } from '../../config/index.js';
import { type Actor, administersSite, authorize, msg } from '../../kernel/index.js';
import { AdminPages, CurrentActor, type Reply } from '../../web/index.js';
import { presentSettings } from './settings.presenter.js';

/** The door to everything that keeps the site in order. */
@Controller('admin')
export class AdminController {
  constructor(
    private readonly pages: AdminPages,
    private readonly settings: Settings,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const pages = this.pages.for(actor);
    authorize(pages.length > 0 ? 'administrator' : null, 'admin');
    const warnings = await this.pages.warnings(actor);
    reply.view('admin/index', { pageTitle: msg('organization.admin.title'), pages, warnings });
  }

  @Get('settings')
  showSettings(@CurrentActor() actor: Actor, @Res() reply: Reply): void {
    authorize(administersSite(actor, null), 'settings');
    reply.view('admin/settings', presentSettings(this.settings));
  }
}
