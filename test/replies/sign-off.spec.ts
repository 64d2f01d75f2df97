import { describe, expect, it } from '@jest/globals';
import { fingerprint } from '../../src/ledger/index.js';
import { ActionNotAvailable, ConditionsMissing } from '../../src/kernel/index.js';
import { ReplyChangedMeanwhile, SignedAlready } from '../../src/handling/reply/reply.errors.js';
import { cast, congress, units } from '../support/cast.js';
import { act, ANSWER, drafted, inHandling, PROMISE, replied, talk } from './papers.js';

const gao = act(cast.gao, 'unit_officer');
const he = act(cast.he, 'unit_head');
const fang = act(cast.fang, 'leader');

function submitted(content = ANSWER) {
  const record = inHandling();
  const reply = drafted(record, content);
  record.submitReply(reply, gao);
  return { record, reply };
}

const HEAD = { number: '后勤复〔2026〕9号', unitName: '后勤保障部' };

describe('a draft', () => {
  it('is read by officers and heads of the lead unit alone', () => {
    expect(drafted(inHandling()).audience).toEqual([
      `unit_officer:${units.hq.id}`,
      `unit_head:${units.hq.id}`,
      `deputy_head:${units.hq.id}`,
    ]);
  });

  it('is not overwritten by somebody who has not seen the last words on it', () => {
    const reply = drafted(inHandling());
    const ding = act(cast.ding, 'unit_officer', '2026-05-20T10:05:00+08:00');

    expect(() => reply.revise(ANSWER, new Date('2026-05-20T09:00:00+08:00'), ding)).toThrow(ReplyChangedMeanwhile);
    reply.revise({ ...ANSWER, text: '补充' }, reply.updatedAt, ding);
    expect(reply).toMatchObject({ text: '补充', draftedBy: cast.ding.id });
  });

  it('is saved by the same person without having to look again', () => {
    const reply = drafted(inHandling());
    reply.revise({ ...ANSWER, text: '再改' }, new Date('2026-05-01T09:00:00+08:00'), gao);
    expect(reply.text).toBe('再改');
  });
});

describe('submitting a reply', () => {
  it('takes the case into sign-off and the reply to the head', () => {
    const { record, reply } = submitted();

    expect(record.status).toBe('in_sign_off');
    expect(reply).toMatchObject({ status: 'at_head', version: 1 });
  });

  it('is refused with everything that is missing, of the case and of the text', () => {
    const record = inHandling();
    Object.assign(record, { contacts: [] });
    const reply = drafted(record, { ...PROMISE, responsible: null });

    const missing = errorOf(() => record.submitReply(reply, gao)) as ConditionsMissing;
    expect(missing.missing.map(({ key }) => key)).toEqual(['handling.missing.contact', 'replies.missing.responsible']);
    expect([record.status, reply.status]).toEqual(['in_handling', 'draft']);
  });

  it('is refused a second time', () => {
    const { record, reply } = submitted();
    expect(() => record.submitReply(reply, gao)).toThrow(ActionNotAvailable);
  });

  it('can be taken back until the head has signed, as the next version', () => {
    const { record, reply } = submitted();
    record.recallReply(reply, gao);
    expect([record.status, reply.status, reply.version]).toEqual(['in_handling', 'draft', 2]);

    record.submitReply(reply, gao);
    reply.sign('head', [], record, he);
    expect(() => record.recallReply(reply, gao)).toThrow(ActionNotAvailable);
  });
});

describe('signing a reply', () => {
  it('is read by the leader only once the head has signed', () => {
    const { record, reply } = submitted();
    expect(reply.audience).not.toContain(`leader:${units.hq.id}`);
    reply.sign('head', [], record, he);
    expect(reply.audience).toContain(`leader:${units.hq.id}`);
    expect(reply.audience).not.toContain(`person:${cast.wu.id}`);
  });

  it('is refused to the leader before the head', () => {
    const { record, reply } = submitted();
    expect(() => reply.signFinally('leader', [], HEAD, record, fang)).toThrow(ActionNotAvailable);
  });

  it('is refused to one person for both signatures', () => {
    const { record, reply } = submitted();
    const first = reply.sign('head', [], record, fang);
    expect(() => reply.signFinally('leader', [first], HEAD, record, fang)).toThrow(SignedAlready);
    expect(reply).toMatchObject({ status: 'at_leader', number: null });
  });

  it('of another version counts for nothing', () => {
    const { record, reply } = submitted();
    const first = reply.sign('head', [], record, he);
    record.returnReply(reply, 'leader', '请写明发车时刻', fang);
    expect(reply).toMatchObject({ status: 'draft', version: 2, returnComment: '请写明发车时刻' });

    record.submitReply(reply, gao);
    expect(reply.returnComment).toBeNull();
    expect(reply.sign('head', [first], record, he).version).toBe(2);
  });

  it('is refused for a version that has changed since it was read', () => {
    const { reply } = submitted();
    expect(() => reply.requireVersion(2)).toThrow(ReplyChangedMeanwhile);
  });

  it('with the last signature numbers, seals and opens the reply and ends the duty of the unit', () => {
    const { record, reply } = replied(PROMISE);

    expect(reply).toMatchObject({ status: 'signed', number: '后勤复〔2026〕1号', seal: reply.contentHash });
    expect(reply.audience).toEqual(
      expect.arrayContaining([`person:${cast.wu.id}`, `committee:${congress.id}`, 'staff']),
    );
    expect(reply.audience).not.toContain('public');
    expect(record).toMatchObject({
      status: 'replied',
      outcomeClass: 'B',
      promiseDueOn: '2026-09-30',
      rateBy: '2026-06-03',
      lead: { status: 'done' },
    });
  });

  it('is final where no leader signs', () => {
    const { record, reply } = submitted();
    reply.signFinally('head', [], HEAD, record, he);
    expect(reply.status).toBe('signed');
  });

  it('seals every word of the letter', () => {
    const { reply } = replied(PROMISE);
    const before = reply.contentHash;
    expect(before).toBe(
      fingerprint(JSON.stringify([reply.number, 'B', PROMISE.text, PROMISE.promise, '2026-09-30', '何川'])),
    );
    expect(Object.assign(reply, { responsible: '别人' }).contentHash).not.toBe(before);
  });
});

describe('publishing a reply', () => {
  const chen = act(cast.chen, 'committee_chair');

  it('opens it to everybody', () => {
    const { record, reply } = replied();
    record.publish([reply], chen);
    expect(reply.audience).toContain('public');
    expect(record.publishedAt).toEqual(chen.at);
  });

  it.each([
    ['its author did not agree', { publishable: false }, 'notAgreed'],
    ['the case is confidential', { confidential: true }, 'confidential'],
  ])('is refused when %s', (_, changes, reason) => {
    const { record, reply } = replied(ANSWER, changes);
    const { missing } = errorOf(() => record.publish([reply], chen)) as ConditionsMissing;
    expect(missing.map(({ key }) => key)).toEqual([`replies.missing.${reason}`]);
    expect(reply.audience).not.toContain('public');
  });

  it('is refused a second time', () => {
    const { record, reply } = replied();
    record.publish([reply], chen);
    expect(() => record.publish([reply], chen)).toThrow(ConditionsMissing);
  });
});

describe('a talk', () => {
  it('of the first round does not count for the second', () => {
    const record = inHandling();
    Object.assign(record, { round: 2 });
    expect(record.missing('submit_reply').map(({ key }) => key)).toEqual(['handling.missing.meetingWithHead']);
    talk(record, true);
    expect(record.missing('submit_reply')).toEqual([]);
  });
});

function errorOf(step: () => unknown): unknown {
  try {
    step();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}
