import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../src/congress/index.js';
import { ConditionsMissing, newId } from '../../src/kernel/index.js';
import { inviteJoint, join } from '../../src/proposals/signing/joint-steps.js';
import {
  CannotBeInvited,
  NoAutosaveNow,
  SecondNotFound,
  TextChangedElsewhere,
} from '../../src/proposals/proposal.errors.js';
import { cancelInvitation, declineToSecond, inviteToSecond, second } from '../../src/proposals/signing/second-steps.js';
import { circumstances, deed, delegate, draftOf, NOON, secondingOf, signedBy, submittedOf, text } from './draft.js';

const wu = delegate('吴敏');
const lin = delegate('林晓');
const zhao = delegate('赵刚');
const latest = { page: newId(), version: 99 };

describe('a draft', () => {
  it.each(['title', 'reason', 'measures'] as const)('is not seconded without its %s', (field) => {
    const draft = draftOf(wu, { [field]: '' });

    expect(draft.missing('start_seconding', circumstances())).toEqual([{ key: `proposals.missing.${field}` }]);
    expect(() => draft.startSeconding(deed(wu), circumstances())).toThrow(ConditionsMissing);
  });

  it('says why it is not to be published', () => {
    const draft = draftOf(wu, { publishable: false });

    expect(draft.missing('start_seconding', circumstances())).toEqual([{ key: 'proposals.missing.publishRefusal' }]);
  });

  it('waits when the window is closed, unless the session accepts proposals all year', () => {
    expect(draftOf(wu).missing('start_seconding', circumstances(false))).toEqual([{ key: 'proposals.missing.window' }]);
    expect(draftOf(wu).missing('start_seconding', circumstances(false, { betweenSessionFiling: true }))).toEqual([]);
  });

  it('is not overwritten from a page that had read an older text', () => {
    const draft = draftOf(wu);

    expect(() => draft.edit(text, { page: newId(), version: 0 }, deed(wu))).toThrow(TextChangedElsewhere);
  });

  it('is saved again and again from the same page', () => {
    const draft = draftOf(wu);
    const page = draft.savedByPage!;

    draft.autosave({ ...text, reason: '更难了。' }, { page, version: 0 }, NOON);
    draft.autosave({ ...text, reason: '更加难了。' }, { page, version: 0 }, NOON);

    expect(draft.reason).toBe('更加难了。');
  });

  it('is read by its author and those named with it only', () => {
    expect(draftOf(wu).audience).toEqual([`person:${wu.staffId}`]);
  });
});

describe('seconds', () => {
  it('count a person once, however often the button is pressed', () => {
    const proposal = signedBy(secondingOf(wu), wu, lin);

    expect(second(proposal, '', DEFAULT_SETTINGS, deed(lin, 'delegate'))).toBeNull();
    expect(proposal.secondCount).toBe(1);
  });

  it('are not asked of the author or a joint proposer', () => {
    const proposal = secondingOf(wu);
    inviteJoint(proposal, lin.staffId!, deed(wu));
    join(proposal, deed(lin, 'joint_proposer'));

    expect(() => inviteToSecond(proposal, wu.staffId!, deed(wu))).toThrow(CannotBeInvited);
    expect(() => inviteToSecond(proposal, lin.staffId!, deed(wu))).toThrow(CannotBeInvited);
  });

  it('are not given without an invitation, nor after it was cancelled', () => {
    const proposal = secondingOf(wu);
    expect(() => second(proposal, '', DEFAULT_SETTINGS, deed(lin, 'delegate'))).toThrow(SecondNotFound);

    inviteToSecond(proposal, lin.staffId!, deed(wu));
    cancelInvitation(proposal, proposal.seconds[0]!.id, deed(wu));
    expect(() => second(proposal, '', DEFAULT_SETTINGS, deed(lin, 'delegate'))).toThrow(SecondNotFound);
  });

  it('say once that there are enough', () => {
    const proposal = secondingOf(wu);
    const reached = [lin, zhao, delegate('孙悦')].map((one) => {
      inviteToSecond(proposal, one.staffId!, deed(wu));
      return second(proposal, '', DEFAULT_SETTINGS, deed(one, 'delegate'))!.data!.reached;
    });

    expect(reached).toEqual([false, true, false]);
  });

  it('are asked again when the reason or the measures change', () => {
    const proposal = signedBy(secondingOf(wu), wu, lin, zhao);
    const event = proposal.edit({ ...text, measures: '装六十个插口。' }, latest, deed(wu))!;

    expect(proposal.secondCount).toBe(0);
    expect(event.data!.askedAgain).toEqual([lin.staffId, zhao.staffId]);
    second(proposal, '', DEFAULT_SETTINGS, deed(lin, 'delegate'));
    expect(proposal.secondCount).toBe(1);
    expect(proposal.missing('submit', circumstances())).toHaveLength(1);
  });

  it('stay when only the category changes', () => {
    const proposal = signedBy(secondingOf(wu), wu, lin, zhao);
    proposal.edit({ ...text, category: 'welfare' }, latest, deed(wu));

    expect(proposal.secondCount).toBe(2);
  });

  it('can be declined, and are then no longer read', () => {
    const proposal = secondingOf(wu);
    inviteToSecond(proposal, lin.staffId!, deed(wu));
    expect(proposal.audience).toContain(`person:${lin.staffId}`);

    declineToSecond(proposal, '不了解情况', deed(lin, 'delegate'));
    expect(proposal.audience).not.toContain(`person:${lin.staffId}`);
  });

  it('forbid saving in the background', () => {
    expect(() => secondingOf(wu).autosave(text, latest, NOON)).toThrow(NoAutosaveNow);
  });
});

describe('a submitted proposal', () => {
  it('needs its seconders and the open window', () => {
    const proposal = signedBy(secondingOf(wu), wu, lin);

    expect(proposal.missing('submit', circumstances(false)).map(({ key }) => key)).toEqual([
      'proposals.missing.seconders',
      'proposals.missing.window',
    ]);
    expect(proposal.serial).toBeNull();
  });

  it('is read by the committee, not by everybody', () => {
    const { audience, congressId } = submittedOf(wu, lin, zhao);

    expect(audience).toContain(`committee:${congressId}`);
    expect(audience).not.toContain('public');
  });

  it('is public once filed, when its author agreed', () => {
    const filed = submittedOf(wu, lin, zhao);
    filed.takeUp(deed(wu));
    filed.decide('file', deed(wu), '');

    expect(filed.audience).toContain('public');
  });

  it('is never public when its author did not agree', () => {
    const refused = draftOf(wu, { publishable: false, publishRefusal: '涉及个人' });
    refused.startSeconding(deed(wu), circumstances());
    signedBy(refused, wu, lin, zhao).submit(deed(wu), circumstances(), {
      serial: '2026-0002',
      reviewBy: '2026-04-28',
      handedInAs: 'proposal',
    });
    refused.takeUp(deed(wu));
    refused.decide('file', deed(wu), '');

    expect(refused.audience).not.toContain('public');
    expect(refused.audience).not.toContain('staff');
  });
});
