import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** A form that other sites may send: its address alone proves that it was given to the sender by us. */
export const FromAnywhere = () => RouteConfig({ fromAnywhere: true });

export function comesFromAnywhere({ routeOptions }: FastifyRequest): boolean {
  return 'fromAnywhere' in routeOptions.config;
}
