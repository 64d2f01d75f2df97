import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { type Settings } from './config/index.js';
import { answerNoHttp, answerUnroutable, configureWeb } from './web/index.js';

const LARGEST_FORM_BYTES = 2 * 1024 * 1024;

/** Options of the HTTP server, the same in production and in tests. */
export function httpAdapter(settings: Pick<Settings, 'trustProxy'>): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: settings.trustProxy,
    bodyLimit: LARGEST_FORM_BYTES,
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerNoHttp,
  });
}

/** The whole application, ready to listen. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(settings), httpAdapter(settings), {
    logger: ['error', 'warn'],
  });
  await configureWeb(app);
  return app;
}
