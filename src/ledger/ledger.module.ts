import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventBus } from '../kernel/index.js';
import { AdministrativeEvents } from './administrative-events.js';
import { LedgerEntry } from './ledger-entry.entity.js';
import { Ledger } from './ledger.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([LedgerEntry])],
  providers: [Ledger, AdministrativeEvents, EventBus],
  exports: [Ledger, AdministrativeEvents, EventBus],
})
export class LedgerModule {}
