import fs from 'node:fs';
import path from 'node:path';
import { Controller, Get, Render } from '@nestjs/common';
import { Settings } from '../../config/index.js';
import { NotFound } from '../../kernel/index.js';
import { Public } from './public.decorator.js';

/** Every component in all its states; the first place to look and the first to change. Not in production. */
@Controller('style')
@Public()
export class StyleController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Render('style/index')
  show(): object {
    if (this.settings.environment === 'production') throw new NotFound('style');
    return JSON.parse(fs.readFileSync(path.join(this.settings.root, 'views/style/model.json'), 'utf8')) as object;
  }
}
