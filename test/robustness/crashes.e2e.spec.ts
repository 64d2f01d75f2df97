import { Logger } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { Ledger } from '../../src/ledger/index.js';
import { castOn } from '../support/cast.js';
import { SILENT_LOGGER } from '../support/silent-logger.js';
import { TestApp } from '../support/test-app.js';
import { CrashRehearsal } from './crash-rehearsal.js';
import { JOURNEYS } from './journeys.js';
import { KindsOfSteps } from './kinds-of-steps.js';

const LONG = 600_000;

/** Killed between any two writes of a step, the server leaves nothing of it; a step that was answered is there whole. */
describe('a process that dies in the middle', () => {
  const kinds = new KindsOfSteps();

  it.each(JOURNEYS)(
    'leaves nothing half done on $name',
    async ({ walk, settings, writesNothing = [] }) => {
      const rehearsal = new CrashRehearsal(kinds);
      const app = await TestApp.start({}, undefined, rehearsal.prepare);
      try {
        await castOn(app.db, settings);
        beQuiet(app);
        rehearsal.begin(app.db);
        await walk(app);

        expect(rehearsal.rehearsed.flatMap(({ faults }) => faults)).toEqual([]);
        expect(rehearsal.rehearsed.filter(({ cuts }) => cuts === 0).map(({ step }) => step)).toEqual(writesNothing);
        expect(await app.get(Ledger).verify()).toEqual([]);
      } finally {
        await app.close();
      }
    },
    LONG,
  );
});

/** What is broken on purpose is not worth a line. */
function beQuiet(app: TestApp): void {
  Logger.overrideLogger(false);
  Object.assign(app.db, { logger: SILENT_LOGGER });
}
