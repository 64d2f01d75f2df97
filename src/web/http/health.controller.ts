import { Controller, Get, Header } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public } from './public.decorator.js';

@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly db: DataSource) {}

  /** The process runs. */
  @Get('live')
  @Header('content-type', 'text/plain; charset=utf-8')
  live(): string {
    return 'ok';
  }

  /** The process can serve: the database answers. */
  @Get('ready')
  @Header('content-type', 'text/plain; charset=utf-8')
  async ready(): Promise<string> {
    await this.db.query('select 1');
    return 'ok';
  }
}
