import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventBus } from '../kernel/index.js';
import { LedgerEntry } from './ledger-entry.entity.js';
import { Ledger } from './ledger.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([LedgerEntry])],
  providers: [Ledger, EventBus],
  exports: [Ledger, EventBus],
})
export class LedgerModule {}
