import { describe, expect, it } from '@jest/globals';
import { audienceOf } from '../../src/disclosure/notice-audience.js';
import { NoticePolicy, type NoticeSubject } from '../../src/disclosure/notice.policy.js';
import { noticeWorkflow, type NoticeStatus } from '../../src/disclosure/notice-workflow.js';
import { Actor, mayRead } from '../../src/kernel/index.js';

const UNIT = 'unit-cw';
const CONGRESS = 'congress-jlu';
const DRAFTER = 'person-mei';

function actorWith(...keys: string[]): Actor {
  return Actor.of({ staffId: 'somebody', number: '1', name: '某人', unitId: 'unit-sx', unitName: '数学学院', keys });
}
const noticeAt = (status: NoticeStatus): NoticeSubject => ({
  unitId: UNIT,
  status,
  congressId: null,
  draftedBy: DRAFTER,
});

describe('who may do what with a notice', () => {
  const DUTIES: Record<string, readonly string[]> = {
    publisher: ['edit', 'discard', 'submit', 'recall', 'revise'],
    unit_head: ['approve', 'return_by_head'],
    secrecy_reviewer: ['clear', 'doubt', 'block'],
    disclosure_office: ['publish', 'return_by_office', 'supersede', 'withdraw'],
    supervisor: [],
    administrator: [],
    leader: [],
    unit_officer: [],
  };

  for (const [role, duties] of Object.entries(DUTIES)) {
    it(`a ${role} of the unit does exactly that`, () => {
      const policy = new NoticePolicy(actorWith(role, `${role}:${UNIT}`));

      expect(noticeWorkflow.actions.filter((action) => policy.permits(action, noticeAt('draft')))).toEqual(
        noticeWorkflow.actions.filter((action) => duties.includes(action)),
      );
    });

    it(`a ${role} of another unit does nothing`, () => {
      const policy = new NoticePolicy(actorWith(role, `${role}:unit-other`));

      expect(noticeWorkflow.actions.filter((action) => policy.permits(action, noticeAt('draft')))).toEqual([]);
    });
  }

  it('the chair and the secretary of the congress post results, and only of their congress', () => {
    const result = { ...noticeAt('draft'), congressId: CONGRESS };

    expect(new NoticePolicy(actorWith(`committee_chair:${CONGRESS}`)).roleFor('post_result', result)).toBe(
      'committee_chair',
    );
    expect(new NoticePolicy(actorWith(`committee_secretary:${CONGRESS}`)).permits('post_result', result)).toBe(true);
    expect(new NoticePolicy(actorWith('committee_chair:other')).permits('post_result', result)).toBe(false);
    expect(new NoticePolicy(actorWith(`committee_chair:${CONGRESS}`)).permits('post_result', noticeAt('draft'))).toBe(
      false,
    );
  });

  it('offers exactly the buttons of the moment', () => {
    const office = new NoticePolicy(actorWith(`disclosure_office:${UNIT}`));

    expect(office.offers(noticeAt('at_office'))).toEqual(['publish', 'return_by_office']);
    expect(office.offers(noticeAt('published'))).toEqual(['withdraw']);
    expect(office.offers(noticeAt('at_head'))).toEqual([]);
  });
});

describe('who may know of a notice', () => {
  const readers = {
    visitor: Actor.visitor(),
    staff: actorWith('member:unit-sx'),
    delegate: actorWith('delegate'),
    member: actorWith('member:unit-hq'),
    publisher: actorWith(`publisher:${UNIT}`),
    head: actorWith(`unit_head:${UNIT}`),
    otherHead: actorWith('unit_head:unit-hq'),
    office: actorWith(`disclosure_office:${UNIT}`),
  };
  const knowing = (status: NoticeStatus, audienceKind: 'public' | 'staff' | 'delegates' | 'units') => {
    const audience = audienceOf({ ...noticeAt(status), audienceKind, audienceUnitIds: ['unit-hq'] });
    return Object.entries(readers)
      .filter(([, actor]) => mayRead(audience, actor))
      .map(([name]) => name);
  };

  it('is decided by its audience once it is published', () => {
    expect(knowing('published', 'public')).toEqual(Object.keys(readers));
    expect(knowing('published', 'staff')).toEqual(Object.keys(readers).slice(1));
    expect(knowing('published', 'delegates')).toEqual(['delegate', 'publisher', 'head', 'office']);
    expect(knowing('published', 'units')).toEqual(['member', 'publisher', 'head', 'office']);
  });

  it('are its writers while it is a draft, and those on its way while it is approved', () => {
    expect(knowing('draft', 'public')).toEqual(['publisher']);
    for (const status of ['at_head', 'at_secrecy', 'at_office'] as const)
      expect(knowing(status, 'public')).toEqual(['publisher', 'head', 'office']);
  });
});
