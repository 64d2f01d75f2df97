import { describe, expect, it } from '@jest/globals';
import { Notice } from '../../src/disclosure/notice.entity.js';
import type { NoticeText } from '../../src/disclosure/notice-text.js';
import { Actor } from '../../src/kernel/index.js';

const AT = new Date('2026-04-14T09:00:00+08:00');
const TEXT: NoticeText = {
  unitId: 'cw',
  category: 'finance',
  catalogueItem: null,
  attribute: 'own',
  audienceKind: 'public',
  audienceUnitIds: [],
  audienceReason: '',
  title: '决算说明',
  body: '收支如下。',
  documentNumber: '',
  documentDate: null,
  keywords: [],
  validFrom: null,
  validUntil: null,
};

function actAs(role: string) {
  const by = Actor.of({ staffId: role, number: '1', name: '某人', unitId: 'cw', unitName: '财务处', keys: [] });
  return { by, role, at: AT };
}
const draft = (changes: Partial<NoticeText> = {}) =>
  Notice.draft('n1', { ...TEXT, ...changes }, actAs('publisher')).notice;

function publishedNotice(): Notice {
  const notice = draft();
  notice.submit(actAs('publisher'));
  notice.pass('approve', actAs('unit_head'));
  notice.pass('clear', actAs('secrecy_reviewer'));
  notice.publish('publish', { indexNumber: 'cw-finance-2026-001', fileFingerprints: [] }, actAs('disclosure_office'));
  return notice;
}

describe('a notice', () => {
  it.each<[string, Partial<NoticeText>]>([
    ['title', { title: '' }],
    ['body', { body: '' }],
    ['audienceReason', { audienceKind: 'staff' }],
    ['audienceUnits', { audienceKind: 'units', audienceReason: '内部' }],
    ['attribute', { attribute: 'request' }],
    ['validity', { validFrom: '2026-05-01', validUntil: '2026-04-01' }],
  ])('is not sent without its %s', (missing, changes) => {
    const notice = draft(changes);

    expect(notice.missing('submit')).toEqual([{ key: `disclosure.missing.${missing}` }]);
    expect(() => notice.submit(actAs('publisher'))).toThrow('submit');
    expect(notice.status).toBe('draft');
  });

  it('says whose turn it is', () => {
    const notice = draft();
    expect(notice.waitsFor).toEqual([]);
    notice.submit(actAs('publisher'));
    expect(notice.waitsFor).toEqual(['unit_head:cw']);
    notice.sendBack('return_by_head', '请核对金额', actAs('unit_head'));
    expect(notice).toMatchObject({ status: 'draft', returnReason: '请核对金额', waitsFor: ['publisher:cw'] });
    notice.submit(actAs('publisher'));
    expect(notice.returnReason).toBeNull();
  });

  it('gets its number, its day and the proof of its text when it is published', () => {
    const notice = publishedNotice();

    expect(notice).toMatchObject({ ref: 'cw-finance-2026-001', publishedOn: '2026-04-14', waitsFor: [] });
    expect(notice.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(notice.audience).toContain('public');
    expect(() => notice.edit(TEXT, actAs('publisher'))).toThrow();
  });

  it('is gone for its readers when it is withdrawn, not for those who work on it', () => {
    const notice = publishedNotice();
    notice.withdraw('数据有误', actAs('disclosure_office'));
    const office = Actor.of({
      staffId: 'o',
      number: '2',
      name: '某',
      unitId: 'x',
      unitName: '',
      keys: ['disclosure_office:cw'],
    });

    expect(notice.isGoneFor(Actor.visitor())).toBe(true);
    expect(notice.isGoneFor(office)).toBe(false);
    expect(notice.audience).toContain('public');
  });

  it('is out of date after its last day', () => {
    const notice = draft({ validUntil: '2026-04-14' });

    expect([notice.isExpired('2026-04-14'), notice.isExpired('2026-04-15')]).toEqual([false, true]);
  });
});
