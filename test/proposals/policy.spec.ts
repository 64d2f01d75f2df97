import { describe, expect, it } from '@jest/globals';
import { Actor } from '../../src/kernel/index.js';
import { inviteJoint, join } from '../../src/proposals/signing/joint-steps.js';
import { ProposalPolicy } from '../../src/proposals/proposal.policy.js';
import { refer } from '../../src/proposals/deciding/referral-steps.js';
import { inviteToSecond } from '../../src/proposals/signing/second-steps.js';
import { CONGRESS, deed, delegate, draftOf, person, secondingOf, signedBy, submittedOf } from './draft.js';

const wu = delegate('吴敏');
const lin = delegate('林晓');
const zhao = delegate('赵刚');
const chen = person('陈立', 'committee', `committee:${CONGRESS}`, `committee_chair:${CONGRESS}`);
const tang = person('唐宁', 'committee', `committee:${CONGRESS}`, `committee_secretary:${CONGRESS}`);
const sun = person('孙悦', 'committee', `committee:${CONGRESS}`, `committee_member:${CONGRESS}`);
const fang = person('方正', 'committee', `committee:${CONGRESS}`, `presidium:${CONGRESS}`);
const other = person('外校主任', 'committee', 'committee:elsewhere', 'committee_chair:elsewhere');

const offers = (actor: Actor, proposal: Parameters<ProposalPolicy['offers']>[0]) =>
  new ProposalPolicy(actor).offers(proposal).toSorted();

describe('what a person may do with a proposal', () => {
  it('is the author’s alone in a draft', () => {
    const draft = draftOf(wu);

    const late = ['carry_over', 'submit_suggestion'];
    const own = [...late, 'discard', 'edit', 'invite_joint', 'leave', 'start_seconding'];
    expect(offers(wu, draft)).toEqual(own.toSorted());
    for (const actor of [lin, chen, tang, sun, other, Actor.visitor()]) expect(offers(actor, draft)).toEqual([]);
  });

  it('is to hand it in for who began a suggestion and works in the unit, and nothing of the committee chain', () => {
    const draft = Object.assign(draftOf(wu), { handedInAs: 'suggestion' });
    const teacher = Actor.of({
      ...wu,
      staffId: wu.staffId!,
      number: '',
      unitId: '',
      unitName: '',
      keys: [`member:${draft.congressUnitId}`],
    });

    expect(offers(teacher, draft)).toEqual(['discard', 'edit', 'leave', 'suggest']);
    expect(offers(wu, draft)).toEqual(['discard', 'edit', 'leave']);
    for (const actor of [lin, chen, tang]) expect(offers(actor, draft)).toEqual([]);
  });

  it('is to sign or to decline for who was invited, and nothing for who was not', () => {
    const proposal = secondingOf(wu);
    inviteToSecond(proposal, lin.staffId!, deed(wu));

    expect(offers(lin, proposal)).toEqual(['decline_to_second', 'second']);
    expect(offers(zhao, proposal)).toEqual([]);
  });

  it('does not offer to sign again what is signed', () => {
    expect(offers(lin, signedBy(secondingOf(wu), wu, lin))).toEqual(['decline_to_second']);
  });

  it('is to join or to leave for a joint proposer', () => {
    const draft = draftOf(wu);
    inviteJoint(draft, lin.staffId!, deed(wu));

    expect(offers(lin, draft)).toEqual(['join', 'leave']);
  });

  it('is to take up for the secretary and to decide for the chair', () => {
    const proposal = submittedOf(wu, lin, zhao);
    expect(offers(tang, proposal)).toEqual(['check_out', 'return_for_completion', 'take_desk_over', 'take_up']);
    expect(offers(sun, proposal)).toEqual(['check_out', 'take_desk_over']);
    expect(offers(other, proposal)).toEqual([]);

    proposal.takeUp(deed(tang));
    const desk = [
      'ask_unit',
      'assign_readers',
      'check_out',
      'prepare_decision',
      'refer',
      'release_reader',
      'return_for_completion',
      'take_desk_over',
    ];
    const decides = ['convert', 'decline', 'deviate', 'file', 'merge', 'pass_up', 'split'];
    expect(offers(tang, proposal)).toEqual(desk);
    expect(offers(sun, proposal)).toEqual(['check_out', 'recommend', 'take_desk_over', 'vote']);
    expect(offers(chen, proposal)).toEqual([...decides, ...desk, 'recommend', 'vote'].toSorted());
    expect(offers(fang, proposal)).toEqual([]);
    expect(offers(wu, proposal)).toEqual(['withdraw']);
  });

  it('is only to hand it over for a chair who wrote, joined or seconded it', () => {
    const wuAsChair = Actor.of({ ...wu, staffId: wu.staffId!, number: '', unitId: '', unitName: '', keys: chen.keys });
    const linAsChair = Actor.of({
      ...lin,
      staffId: lin.staffId!,
      number: '',
      unitId: '',
      unitName: '',
      keys: chen.keys,
    });
    const proposal = submittedOf(wu, lin, zhao);
    proposal.takeUp(deed(tang));

    expect(offers(wuAsChair, proposal)).toEqual(['refer', 'withdraw']);
    expect(offers(linAsChair, proposal)).toEqual(['refer']);

    const joint = draftOf(wu);
    inviteJoint(joint, lin.staffId!, deed(wu));
    join(joint, deed(lin));
    Object.assign(joint, { status: 'under_review' });
    expect(offers(linAsChair, joint)).toEqual(['refer']);
  });

  it('is the presidium’s alone once it was referred', () => {
    const proposal = submittedOf(wu, lin, zhao);
    proposal.takeUp(deed(tang));
    refer(proposal, '票数相同。', '2026-04-28', deed(tang));

    expect(offers(fang, proposal)).toEqual([
      'check_out',
      'convert',
      'decline',
      'deviate',
      'file',
      'merge',
      'split',
      'take_desk_over',
    ]);
    for (const actor of [chen, tang])
      expect(offers(actor, proposal)).toEqual(['ask_unit', 'check_out', 'take_desk_over']);
    expect(offers(sun, proposal)).toEqual(['check_out', 'take_desk_over']);
    expect(offers(other, proposal)).toEqual([]);
  });

  it('tells what the committee says among itself to its members without a part in it only', () => {
    const proposal = submittedOf(wu, lin, zhao);
    const linInside = person('林晓', 'committee', `committee:${CONGRESS}`, `committee_member:${CONGRESS}`);
    Object.assign(proposal.seconds[0]!, { staffId: linInside.staffId });
    const sees = (actor: Actor) => new ProposalPolicy(actor).seesDeliberation(proposal);

    expect([chen, tang, sun].map(sees)).toEqual([true, true, true]);
    expect([wu, lin, linInside, fang, other, Actor.visitor()].map(sees)).toEqual(Array(6).fill(false));
    Object.assign(proposal, { status: 'referred' });
    expect(sees(fang)).toBe(true);
  });

  it('is still to withdraw for the author once it is decided, and for nobody else', () => {
    const filed = submittedOf(wu, lin, zhao);
    filed.takeUp(deed(tang));
    filed.decide('file', deed(chen), '');

    expect(offers(wu, filed)).toEqual(['withdraw']);
    for (const actor of [lin, tang, sun]) expect(offers(actor, filed)).toEqual([]);
    expect(offers(chen, filed)).not.toContain('withdraw');
  });

  it('hides seconders from everybody who does not need them, and phones from all but the committee', () => {
    const proposal = submittedOf(wu, lin, zhao);
    const sees = (actor: Actor) => new ProposalPolicy(actor).seesSeconders(proposal);

    expect([wu, chen, tang, lin, other, Actor.visitor()].map(sees)).toEqual([true, true, true, false, false, false]);
    expect(new ProposalPolicy(wu).seesContact(proposal)).toBe(false);
    expect(new ProposalPolicy(tang).seesContact(proposal)).toBe(true);
  });
});
