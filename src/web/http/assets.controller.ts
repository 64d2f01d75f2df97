import { Controller, Get, Req, Res } from '@nestjs/common';
import { NotFound } from '../../kernel/index.js';
import { Pages } from '../views/pages.js';
import { Public } from './public.decorator.js';
import type { Reply, Request } from './request.js';

const FOREVER = 'public, max-age=31536000, immutable';

@Controller('assets')
@Public()
export class AssetsController {
  constructor(private readonly pages: Pages) {}

  @Get(':version/:name')
  send(@Req() request: Request, @Res() reply: Reply): void {
    const asset = this.pages.assets.find(request.url.split('?')[0]!);
    if (!asset) throw new NotFound('asset');
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
    if (encoding) reply.header('content-encoding', encoding);
    reply.header('cache-control', FOREVER).header('vary', 'accept-encoding').type(asset.type);
    reply.send(encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.body);
  }
}
