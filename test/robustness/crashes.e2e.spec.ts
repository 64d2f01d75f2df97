import { Logger } from '@nestjs/common';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Ledger } from '../../src/ledger/index.js';
import { SILENT_LOGGER } from '../support/silent-logger.js';
import type { TestApp } from '../support/test-app.js';
import { CrashRehearsal } from './crash-rehearsal.js';
import { JOURNEYS } from './journeys.js';
import { Stage } from './stage.js';

const LONG = 600_000;

/** Killed between any two writes of a step, the server leaves nothing of it; a step that was answered is there whole. */
describe('a process that dies in the middle', () => {
  const rehearsal = new CrashRehearsal();
  const stage = new Stage(rehearsal.prepare);
  afterAll(() => stage.close());

  it.each(JOURNEYS)(
    'leaves nothing half done on $name',
    (journey) =>
      stage.play(journey, async (app) => {
        beQuiet(app);
        rehearsal.begin(app.db);
        await journey.walk(app);

        const { rehearsed } = rehearsal;
        expect(rehearsed.flatMap(({ faults }) => faults)).toEqual([]);
        expect(rehearsed.filter(({ cuts }) => cuts === 0).map(({ step }) => step)).toEqual(journey.writesNothing ?? []);
        expect(await app.get(Ledger).verify()).toEqual([]);
      }),
    LONG,
  );
});

/** What is broken on purpose is not worth a line. */
function beQuiet(app: TestApp): void {
  Logger.overrideLogger(false);
  Object.assign(app.db, { logger: SILENT_LOGGER });
}
