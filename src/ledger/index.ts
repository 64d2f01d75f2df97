export { LedgerModule } from './ledger.module.js';
export { Ledger } from './ledger.js';
export { type AdministrativeDeed, AdministrativeEvents } from './administrative-events.js';
export { LedgerEntry } from './ledger-entry.entity.js';
export { fingerprint, linkHash } from './hash-chain.js';
