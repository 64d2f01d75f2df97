import { describe, expect, it } from '@jest/globals';
import { ContactOutsideHandling, UnitNamedTwice } from '../../src/handling/case/case.errors.js';
import { ActionNotAvailable } from '../../src/kernel/index.js';
import { cast, units } from '../support/cast.js';
import { act, assignedCase, handledCase, MONDAY, openCase, PLAYERS, TUESDAY } from './made.js';

const talk = { way: 'phone', happenedOn: '2026-04-14', summary: '谈过了。', headPresent: false } as const;

describe('a case', () => {
  it('names a unit once', () => {
    const order = {
      lead: { unitId: units.hq.id, dueOn: '2026-05-27' },
      assisting: [{ unitId: units.hq.id, dueOn: '2026-05-07' }],
      leaderId: cast.fang.id,
      signBy: '2026-04-16',
    };
    expect(() => openCase().assign(order, act(PLAYERS.chair))).toThrow(UnitNamedTwice);
  });

  it('is in handling when the lead unit has signed for it, whatever the assisting units do', () => {
    const record = assignedCase();
    const helped = record.signFor(record.assisting[0]!, act(PLAYERS.assistant));
    expect([record.status, helped.action, helped.to]).toEqual(['assigned', 'sign_for_assisting', null]);

    const event = record.signFor(record.lead!, act(PLAYERS.officer, TUESDAY));
    expect(event).toMatchObject({ action: 'sign_for', from: 'assigned', to: 'in_handling', role: 'somebody' });
    expect(record.lead).toMatchObject({ signedForAt: TUESDAY, signedForBy: cast.gao.id });
  });

  it('leaves everything as it was when a step is refused', () => {
    const record = assignedCase();
    expect(() => record.giveOpinion(record.assisting[0]!, '同意。', act(PLAYERS.assistant))).toThrow(
      ActionNotAvailable,
    );
    expect(record.assisting[0]).toMatchObject({ status: 'to_sign' });
    expect(() => record.logContact(record.lead!, talk, act(PLAYERS.officer))).toThrow(ActionNotAvailable);
    expect(record.contacts).toEqual([]);
  });

  it('takes contacts from its assignment until now', () => {
    const record = handledCase();
    for (const happenedOn of ['2026-04-12', '2026-04-15'])
      expect(() => record.logContact(record.lead!, { ...talk, happenedOn }, act(PLAYERS.officer, TUESDAY))).toThrow(
        ContactOutsideHandling,
      );

    const event = record.logContact(record.lead!, talk, act(PLAYERS.officer, TUESDAY));
    expect(record.contacts).toMatchObject([{ round: 1, way: 'phone', loggedBy: cast.gao.id }]);
    expect(JSON.stringify(event)).not.toContain('谈过了');
  });

  it('does not put an opinion into the ledger', () => {
    const record = handledCase();
    const event = record.giveOpinion(record.assisting[0]!, '我们支持。', act(PLAYERS.assistant));
    expect(JSON.stringify(event)).not.toContain('我们支持');
    expect(record.assisting[0]).toMatchObject({ status: 'done', opinion: '我们支持。' });
  });
});

describe('what is missing before the reply', () => {
  const keys = (record: ReturnType<typeof handledCase>) => record.missing('submit_reply').map(({ key }) => key);

  it('is a contact and the opinion of every assisting unit, by name', () => {
    const record = handledCase();
    expect(record.missing('submit_reply')).toEqual([
      { key: 'handling.missing.contact' },
      { key: 'handling.missing.opinion', params: { unit: '信息化建设与管理中心' } },
    ]);
    record.logContact(record.lead!, { ...talk, happenedOn: '2026-04-13' }, act(PLAYERS.officer, MONDAY));
    expect(keys(record)).toEqual(['handling.missing.opinion']);
    record.giveOpinion(record.assisting[0]!, '同意。', act(PLAYERS.assistant));
    expect(keys(record)).toEqual([]);
  });

  it('is no opinion that the committee goes on without', () => {
    const record = handledCase();
    const event = record.overrideOpinion(record.assisting[0]!, '来不及了。', act(PLAYERS.chair));
    expect(event).toMatchObject({ action: 'override_opinion', note: '来不及了。', to: null });
    expect(keys(record)).toEqual(['handling.missing.contact']);
  });

  it('is no contact where the kind needs none', () => {
    expect(keys(handledCase({ kind: 'letter' }))).toEqual(['handling.missing.opinion']);
  });

  it('is, in a second round, a meeting with the head of the unit', () => {
    const record = handledCase();
    record.logContact(record.lead!, { ...talk, happenedOn: '2026-04-13', headPresent: true }, act(PLAYERS.officer));
    Object.assign(record, { round: 2 });
    expect(keys(record)).toContain('handling.missing.meetingWithHead');
    record.logContact(record.lead!, { ...talk, happenedOn: '2026-04-13' }, act(PLAYERS.officer));
    expect(keys(record)).toContain('handling.missing.meetingWithHead');
    record.logContact(record.lead!, { ...talk, happenedOn: '2026-04-13', headPresent: true }, act(PLAYERS.officer));
    expect(keys(record)).toEqual(['handling.missing.opinion']);
  });
});
