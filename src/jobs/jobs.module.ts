import { Global, Module } from '@nestjs/common';
import { BossConnection } from './boss-connection.js';
import { Jobs } from './jobs.js';
import { Schedule } from './schedule.js';

@Global()
@Module({ providers: [BossConnection, Jobs, Schedule], exports: [Jobs, Schedule] })
export class JobsModule {}
