import { describe, expect, it } from '@jest/globals';
import { Actor } from '../../src/kernel/index.js';
import { MACHINES } from './machines.js';
import { printed, readTable, writeTable } from './table.js';

describe('state × role × action', () => {
  it('is what the written table says, for every machine', () => {
    const text = printed(MACHINES);
    if (process.env.UPDATE_MACHINES) writeTable(text);

    expect(text).toBe(readTable());
  });

  it.each(MACHINES.map((machine) => [machine.workflow.name, machine] as const))(
    'of a %s: offered is only what its workflow allows there',
    (_, { workflow, players, offers }) => {
      for (const status of workflow.statuses)
        for (const player of Object.values(players))
          for (const action of offers(status, player)) expect(workflow.isAvailable(action, status)).toBe(true);
    },
  );

  it.each(MACHINES.map((machine) => [machine.workflow.name, machine] as const))(
    'of a %s: a visitor may do nothing in any state',
    (_, { workflow, offers }) => {
      expect(workflow.statuses.flatMap((status) => offers(status, Actor.visitor()))).toEqual([]);
    },
  );
});
