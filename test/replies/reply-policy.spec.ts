import { describe, expect, it } from '@jest/globals';
import { CasePolicy } from '../../src/handling/case/case.policy.js';
import { ReplyPolicy } from '../../src/handling/reply/reply.policy.js';
import { type ReplyAction, replyWorkflow } from '../../src/handling/reply/reply-workflow.js';
import { Actor } from '../../src/kernel/index.js';
import { cast, type Player, units } from '../support/cast.js';
import { act, actorOf, drafted, inHandling, replied } from './papers.js';

const WHO: Record<ReplyAction, readonly Player[]> = {
  revise: [cast.gao],
  submit: [cast.gao],
  recall: [cast.gao],
  return_by_head: [cast.he],
  sign_as_head: [cast.he],
  sign_as_head_finally: [cast.he],
  return_by_leader: [cast.fang],
  sign_as_leader: [cast.fang],
};

describe('the steps of a reply', () => {
  it.each(replyWorkflow.actions)('%s is for those named and nobody else of the cast', (action) => {
    const record = inHandling();
    const allowed = Object.values(cast).filter(
      (one) => new ReplyPolicy(actorOf(one)).roleFor(action, record, record.lead!) !== null,
    );
    expect(allowed).toEqual(WHO[action]);
  });

  it('are not for visitors', () => {
    const policy = new ReplyPolicy(Actor.visitor());
    const record = inHandling();
    expect(replyWorkflow.actions.filter((action) => policy.roleFor(action, record, record.lead!))).toEqual([]);
  });

  it('are signed by a head who is the officer, too, each act in its own role', () => {
    const record = inHandling();
    const policy = new ReplyPolicy(actorOf(cast.gao, [`unit_head:${units.hq.id}`]));
    expect(policy.roleFor('submit', record, record.lead!)).toBe('unit_officer');
    expect(policy.signingRole('head', drafted(record), record)).toBe('unit_head');
    expect(policy.signingRole('leader', drafted(record), record)).toBeNull();
  });
});

describe('who is asked to sign', () => {
  it('is the head first, then the leader, never one of them twice', () => {
    const record = inHandling();
    const reply = drafted(record);
    const signs = (who: Player, further: string[] = []) =>
      new ReplyPolicy(actorOf(who, further)).signsAs(reply, signatures, record);
    let signatures: Parameters<ReplyPolicy['signsAs']>[1] = [];
    expect(signs(cast.he)).toBeNull();

    record.submitReply(reply, act(cast.gao, 'unit_officer'));
    expect([signs(cast.he), signs(cast.fang), signs(cast.yan), signs(cast.wu)]).toEqual(['head', null, null, null]);

    signatures = [reply.sign('head', [], record, act(cast.he, 'unit_head'))];
    expect([signs(cast.he, [`leader:${units.hq.id}`]), signs(cast.fang)]).toEqual([null, 'leader']);
  });
});

describe('the steps of the case around a reply', () => {
  it('offers a party the rating, and the chair publication, of a replied case', () => {
    const { record } = replied();
    expect(new CasePolicy(actorOf(cast.wu)).offers(record)).toEqual(['rate']);
    expect(new CasePolicy(actorOf(cast.chen)).offers(record)).toContain('publish');
    expect(new CasePolicy(actorOf(cast.lin)).offers(record)).toEqual([]);
    expect(new CasePolicy(actorOf(cast.gao)).offers(record)).toEqual([
      'take_desk_over',
      'submit_amendment',
      'recall_amendment',
    ]);
  });

  it('never offers what follows by itself', () => {
    const { record } = replied();
    for (const one of Object.values(cast)) {
      const offers = new CasePolicy(actorOf(one)).offers(record);
      expect(
        offers.filter((a) => ['conclude', 'start_follow_up', 'find_dissatisfied', 'issue_reply'].includes(a)),
      ).toEqual([]);
    }
  });
});
