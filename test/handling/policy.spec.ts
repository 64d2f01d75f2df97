import { describe, expect, it } from '@jest/globals';
import { concernedIn } from '../../src/handling/case/case-audience.js';
import { type CaseAction, caseWorkflow } from '../../src/handling/case/case-workflow.js';
import { type CasePart, CasePolicy } from '../../src/handling/case/case.policy.js';
import { mayRead } from '../../src/kernel/index.js';
import { assignedCase, handledCase, openCase, type PlayerName, PLAYERS } from './made.js';

/** Role × step, written a second time: who may take a step of an assigned case; everybody else may not. */
const MAY: Record<CaseAction, readonly PlayerName[]> = {
  add_origin: ['chair'],
  remove_origin: ['chair'],
  absorb: ['chair'],
  pass_up: ['chair'],
  assign: ['chair'],
  sign_for: ['officer'],
  sign_for_assisting: ['assistant'],
  ask_return: ['officer'],
  refuse_return: ['chair'],
  grant_return: ['chair'],
  ask_return_assisting: ['assistant'],
  refuse_return_assisting: ['chair'],
  grant_return_assisting: ['chair'],
  sign_for_part: [],
  ask_return_part: [],
  refuse_return_part: [],
  grant_return_part: [],
  reassign: ['chair'],
  reassign_assisting: ['chair'],
  reassign_part: [],
  ask_unit: ['officer'],
  refuse_unit: ['chair'],
  submit_part: [],
  recall_part: [],
  sign_part: [],
  return_part: [],
  issue_part: ['system'],
  complete_parts: ['system'],
  hand_over: ['system'],
  add_unit: ['chair'],
  log_contact: ['officer'],
  give_opinion: ['assistant'],
  override_opinion: ['chair'],
  ask_extension: ['officer'],
  grant_extension: ['chair'],
  refuse_extension: ['chair'],
  submit_reply: ['officer'],
  recall_reply: ['officer'],
  sign_reply: ['head', 'deputy', 'leader', 'leaderDeputy'],
  return_reply: ['head', 'deputy', 'leader', 'leaderDeputy'],
  issue_reply: ['system'],
  rate: ['party'],
  rate_on_paper: ['secretary'],
  conclude: ['system'],
  refer_to_presidium: ['chair'],
  refer_to_leader: ['chair'],
  start_follow_up: ['system'],
  find_dissatisfied: ['system'],
  order_second_handling: ['chair'],
  order_final_handling: [],
  conclude_with_explanation: ['chair'],
  carry: ['system'],
  report_progress: ['officer'],
  slip_promise: ['head'],
  confirm_implemented: ['chair', 'secretary', 'party'],
  reclassify: ['chair'],
  supervise: ['chair', 'secretary'],
  answer_supervision: ['officer', 'assistant', 'head', 'assistingHead'],
  accept_answer: ['chair', 'secretary'],
  refuse_answer: ['chair', 'secretary'],
  mark_key: ['chair'],
  take_desk_over: ['officer'],
  submit_amendment: ['officer'],
  recall_amendment: ['officer'],
  sign_amendment: ['head', 'deputy', 'leader', 'leaderDeputy'],
  return_amendment: ['head', 'deputy', 'leader', 'leaderDeputy'],
  amend_reply: ['system'],
  unmark_key: ['chair'],
  plan_key: ['chair', 'officer'],
  reach_milestone: ['officer', 'assistant', 'head', 'assistingHead'],
  keep_minutes: ['secretary', 'officer'],
  report_specially: ['officer'],
  instruct: ['leader'],
  publish: ['chair', 'secretary'],
  ask_withdrawal: ['party'],
  lapse_withdrawal: ['system'],
  refuse_withdrawal: ['chair'],
  withdraw: ['chair'],
  recount: ['chair', 'system'],
};
const EVERYBODY = Object.keys(PLAYERS) as PlayerName[];

describe('who may take a step of a case', () => {
  const record = assignedCase();

  it.each(caseWorkflow.actions)('%s', (action) => {
    const permitted = EVERYBODY.filter((name) => new CasePolicy(PLAYERS[name]).permits(action, record));

    expect(permitted.toSorted()).toEqual([...MAY[action]].toSorted());
  });

  it('lets the proposer withdraw before the assignment', () => {
    expect(new CasePolicy(PLAYERS.party).roleFor('withdraw', openCase())).toBe('party');
    expect(new CasePolicy(PLAYERS.party).roleFor('remove_origin', openCase())).toBe('party');
  });

  it('says in which role', () => {
    expect(new CasePolicy(PLAYERS.leader).roleFor('sign_reply', record)).toBe('leader');
    expect(new CasePolicy(PLAYERS.chair).roleFor('assign', openCase())).toBe('committee_chair');
  });
});

describe('what is offered', () => {
  it.each([
    ['chair', openCase(), ['add_origin', 'absorb', 'pass_up', 'assign', 'mark_key', 'withdraw']],
    ['officer', assignedCase(), ['sign_for', 'ask_return', 'ask_unit', 'ask_extension']],
    ['assistant', assignedCase(), ['sign_for_assisting', 'ask_return_assisting']],
    [
      'officer',
      handledCase(),
      ['ask_return', 'ask_unit', 'log_contact', 'ask_extension', 'take_desk_over', 'submit_reply'],
    ],
    ['assistant', handledCase(), ['ask_return_assisting', 'give_opinion']],
    ['party', handledCase(), ['ask_withdrawal']],
    ['visitor', handledCase(), []],
  ] as const)('to the %s', (name, record, offered) => {
    expect(new CasePolicy(PLAYERS[name]).offers(record)).toEqual(offered);
  });
});

describe('who sees what', () => {
  const CONCERNED: PlayerName[] = [
    'chair',
    'secretary',
    'member',
    'officer',
    'assistant',
    'head',
    'deputy',
    'leaderDeputy',
    'assistingHead',
    'leader',
    'party',
    'supervisor',
  ];
  const OFFICIALS = CONCERNED.filter((name) => name !== 'party');
  const seeing = (part: CasePart) =>
    EVERYBODY.filter((name) => new CasePolicy(PLAYERS[name]).sees(part, assignedCase())).toSorted();

  it.each([
    ['contacts', CONCERNED],
    ['names', CONCERNED],
    ['opinions', OFFICIALS],
    ['whole_timeline', OFFICIALS],
    ['letter', OFFICIALS],
  ] as const)('%s', (part, readers) => {
    expect(seeing(part)).toEqual([...readers].toSorted());
  });

  it('a case that is not for publication is known to the concerned alone', () => {
    for (const changes of [{ publishable: false }, { confidential: true }]) {
      const record = assignedCase(changes);
      const readers = EVERYBODY.filter((name) => mayRead(record.audience, PLAYERS[name]));
      expect(readers.toSorted()).toEqual([...CONCERNED].toSorted());
      expect(record.audience).toEqual(concernedIn(record));
    }
  });

  it('a case that may be published is known to everybody', () => {
    const record = assignedCase();
    expect(EVERYBODY.filter((name) => !mayRead(record.audience, PLAYERS[name]))).toEqual([]);
  });

  it('a unit whose duty was taken back knows of it no more', () => {
    const record = assignedCase({ confidential: true });
    Object.assign(record.assisting[0]!, { status: 'void' });
    expect(concernedIn(record).some((key) => PLAYERS.assistant.keys.has(key))).toBe(false);
  });
});
