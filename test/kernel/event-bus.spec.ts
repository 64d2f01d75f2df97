import { describe, expect, it } from '@jest/globals';
import { EventBus, type LedgerEvent, type Transaction } from '../../src/kernel/index.js';

describe('subscribers of an event', () => {
  it('are called in the order in which they came, those who want to be last after all others', async () => {
    const bus = new EventBus();
    const called: string[] = [];
    const note = (name: string) => () => Promise.resolve(void called.push(name));
    bus.onLast('case.assign', note('mails'));
    bus.on('case.assign', note('search'));
    bus.on('*', note('pages'));
    bus.on('case.withdraw', note('another'));

    await bus.publish({ subjectType: 'case', action: 'assign' } as LedgerEvent, null as unknown as Transaction);

    expect(called).toEqual(['search', 'pages', 'mails']);
  });
});
