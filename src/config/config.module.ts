import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, ShiftedClock, SystemClock } from '../kernel/index.js';
import { Settings } from './settings.js';

@Global()
@Module({})
export class ConfigModule {
  static of(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: settings.startsAt ? new ShiftedClock(settings.startsAt) : new SystemClock() },
      ],
      exports: [Settings, Clock],
    };
  }
}
