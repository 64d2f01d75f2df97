import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import type { Settings } from '../config/index.js';

export interface Command {
  readonly does: string;
  /** Answers with the exit code. The database is open and up to date. */
  run(settings: Settings, args: readonly string[]): Promise<number>;
}

/** Runs something with the services of the application, without listening and without working on jobs. */
export async function withApp<T>(settings: Settings, work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(AppModule.of({ ...settings, role: 'web' }), {
    logger: ['error', 'warn'],
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
