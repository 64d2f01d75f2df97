import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/index.js';
import type { Reply, Request } from './request.js';

/** The cookie that carries the session's token. Over https its name makes the browser refuse it from anybody but this host. */
@Injectable()
export class SessionCookie {
  readonly name: string;
  private readonly secure: boolean;

  constructor(settings: Settings) {
    this.secure = settings.baseUrl.startsWith('https:');
    this.name = this.secure ? '__Host-session' : 'session';
  }

  read(request: Pick<Request, 'cookies'>): string | undefined {
    return request.cookies[this.name];
  }

  give(reply: Reply, token: string): void {
    reply.setCookie(this.name, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure });
  }

  takeBack(reply: Reply): void {
    reply.clearCookie(this.name, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure });
  }
}
