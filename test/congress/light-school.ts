import { newId } from '../../src/kernel/index.js';
import { cast, idOf, type Player, units } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';

export const SCHOOL = { id: idOf('congress-hq'), termId: idOf('term-hq-1'), sessionId: idOf('session-hq-1-1') };
export const SUGGESTION = {
  title: '关于错峰开放食堂的建议',
  reason: '中午十二点排队二十分钟。',
  measures: '分两批开饭。',
  wishedUnit: units.hq.id,
  category: '',
  publish: 'yes',
  publishRefusal: '',
  version: '0',
};
const DELEGATION = idOf('delegation-hq');

/** The congress of logistics: gao is its only delegate and heads the delegation; zhou, who works in the canteen, is none. bai is its chair, mei its secretary. */
export async function foundSchool(app: TestApp): Promise<void> {
  const guan = await app.as(cast.guan);
  const post = (address: string, fields: Record<string, string | string[]>) => guan.post(address, fields).expect(303);
  await post('/admin/congress', { id: SCHOOL.id, unitId: units.hq.id, code: 'hq', name: '后勤教职工代表大会' });
  const term = { id: SCHOOL.termId, number: '1', startsOn: '2025-01-01', endsOn: '2029-12-31' };
  await post(`/admin/congress/${SCHOOL.id}/terms`, term);
  await post(`/admin/congress/${SCHOOL.id}/sessions`, { id: SCHOOL.sessionId, termId: SCHOOL.termId, number: '1' });
  const roster = `/admin/congress/terms/${SCHOOL.termId}`;
  await post(`${roster}/delegations`, { id: DELEGATION, number: '1', name: '后勤代表团', unitIds: [units.hq.id] });
  const seat = { id: newId(), number: cast.gao.number, delegationId: DELEGATION, kind: 'delegate', post: 'head' };
  await post(`${roster}/delegates`, seat);
  const seats: [Player, string][] = [
    [cast.bai, 'committee_chair'],
    [cast.mei, 'committee_secretary'],
  ];
  for (const [{ number }, role] of seats)
    await post(`${roster}/committee`, { id: newId(), number, role, validFrom: '2026-04-14', validUntil: '' });
  await post(`/admin/congress/sessions/${SCHOOL.sessionId}/open`, {});
}
