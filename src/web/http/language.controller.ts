import { Body, Controller, Post, Res } from '@nestjs/common';
import { isLocale, type Locale } from '../views/i18n.js';
import { localPath } from './local-path.js';
import { Public } from './public.decorator.js';
import type { Reply } from './request.js';

const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/** The browser speaks this language from now on. */
export function rememberLanguage(reply: Reply, to: Locale): void {
  reply.setCookie('language', to, { path: '/', maxAge: ONE_YEAR_SECONDS, sameSite: 'lax', httpOnly: true });
}

@Controller('language')
@Public()
export class LanguageController {
  @Post()
  choose(@Body() body: Record<string, unknown> | undefined, @Res() reply: Reply): void {
    const { to, back } = body ?? {};
    if (isLocale(to)) rememberLanguage(reply, to);
    reply.done(localPath(back));
  }
}
