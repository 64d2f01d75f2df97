import { Controller, Get, Res } from '@nestjs/common';
import { Cached, Public, type Reply } from '../../web/index.js';
import { Catalogue } from '../catalogue.js';
import { presentCatalogue } from './catalogue.presenter.js';

const SHOWN = 3;

@Controller('catalogue')
@Public()
@Cached()
export class CatalogueController {
  constructor(private readonly catalogue: Catalogue) {}

  @Get()
  async show(@Res() reply: Reply): Promise<void> {
    const [classes, evidence] = await Promise.all([this.catalogue.classes(), this.catalogue.evidence(SHOWN)]);
    reply.view('catalogue/index', presentCatalogue(classes, evidence));
  }
}
