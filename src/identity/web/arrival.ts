import { Injectable } from '@nestjs/common';
import { localPath, type Reply, type Request, SessionCookie } from '../../web/index.js';
import { ParkedForms } from '../parked-forms.js';
import { Sessions } from '../sessions.js';

export interface Destination {
  readonly to: string;
  readonly parked: string;
}

/** The one way in: a new session, a new token, and on to where the person was going. */
@Injectable()
export class Arrival {
  constructor(
    private readonly sessions: Sessions,
    private readonly parkedForms: ParkedForms,
    private readonly cookie: SessionCookie,
  ) {}

  async letIn(staffId: string, destination: Destination, request: Request, reply: Reply): Promise<void> {
    if (request.sessionId) await this.sessions.end(request.sessionId);
    if (destination.parked) await this.parkedForms.claim(destination.parked, staffId);
    const token = await this.sessions.open(staffId, request.ip, request.headers['user-agent'] ?? '');
    this.cookie.give(reply, token);
    reply.done(addressOf(destination));
  }
}

export function addressOf({ to, parked }: Destination): string {
  return parked ? `/parked/${encodeURIComponent(parked)}` : localPath(to);
}
