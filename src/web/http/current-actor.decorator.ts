import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';

export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest().actor,
);
