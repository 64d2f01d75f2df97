import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Doorkeeper } from './doorkeeper.js';
import { PUBLIC_ROUTE } from './public.decorator.js';
import type { Request } from './request.js';
import { SessionCookie } from './session-cookie.js';

/** Thrown to send a visitor to the sign-in page; the filter turns it into the redirect. */
export class SignInNeeded extends Error {
  constructor(
    readonly returnTo: string,
    readonly parked: string | null,
  ) {
    super('sign-in needed');
  }
}

/** Everything is closed unless it is opened with @Public(). What a visitor posted is parked, not lost. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly doorkeeper: Doorkeeper,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const isPublic = this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<Request>();
    if (isPublic || !request.actor.isVisitor) return true;
    if (request.method === 'GET' || request.method === 'HEAD') throw new SignInNeeded(request.url, null);
    const fields = (request.body ?? {}) as Record<string, unknown>;
    throw new SignInNeeded('/', await this.doorkeeper.park(request.url, fields, this.cookie.read(request)));
  }
}
