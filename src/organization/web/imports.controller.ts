import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { type Actor, isId, msg } from '../../kernel/index.js';
import { CurrentActor, type Reply } from '../../web/index.js';
import { Imports } from '../import/imports.js';
import { ImportNotFound } from '../organization.errors.js';
import { presentImport } from './imports.presenter.js';

/** The same for every kind of list: what each row would do, and the one button. */
@Controller('admin/imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Get(':id')
  async show(
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @CurrentActor() actor: Actor,
    @Res() reply: Reply,
  ): Promise<void> {
    if (!isId(id)) throw new ImportNotFound();
    reply.view('admin/import', presentImport(await this.imports.preview(id, actor), query));
  }

  @Post(':id/confirmation')
  async confirm(@Param('id') id: string, @CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    if (!isId(id)) throw new ImportNotFound();
    const { kind, draft, counts } = await this.imports.confirm(id, actor);
    const message = draft.isConfirmed
      ? msg('organization.done.importedBefore')
      : msg('organization.done.imported', counts);
    reply.done(kind.address(draft.scopeId), message);
  }
}
