import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '../config/index.js';
import { DatabaseAddress } from './database-address.js';
import { SnakeNaming } from './snake-naming.js';

const POOL = 10;
const STATEMENT_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 10_000;

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: (settings: Settings) => ({
        type: 'postgres' as const,
        url: DatabaseAddress.of(settings),
        autoLoadEntities: true,
        synchronize: false,
        retryAttempts: 3,
        namingStrategy: new SnakeNaming(),
        poolSize: POOL,
        extra: { statement_timeout: STATEMENT_TIMEOUT_MS, connectionTimeoutMillis: CONNECTION_TIMEOUT_MS },
        logging: ['error'],
      }),
    }),
  ],
})
export class DatabaseModule {}
