import { newId } from '../../src/kernel/index.js';
import { cast, idOf, type Player, units } from '../support/cast.js';
import { PROPOSAL, Road } from '../support/road.js';
import type { TestApp } from '../support/test-app.js';

export const FACULTY = { id: idOf('congress-sx'), termId: idOf('term-sx-1'), sessionId: idOf('session-sx-1-1') };

/** The congress of the mathematicians: lin, zhao and zhou (who works in the canteen) sit there besides wu; bai is its chair, mei its secretary. */
export async function foundFaculty(app: TestApp): Promise<void> {
  const guan = await app.as(cast.guan);
  const post = (address: string, fields: Record<string, string | string[]>) => guan.post(address, fields).expect(303);
  await post('/admin/congress', { id: FACULTY.id, unitId: units.sx.id, code: 'sx', name: '数学学院教职工代表大会' });
  const term = { id: FACULTY.termId, number: '1', startsOn: '2025-01-01', endsOn: '2029-12-31' };
  await post(`/admin/congress/${FACULTY.id}/terms`, term);
  await post(`/admin/congress/${FACULTY.id}/sessions`, { id: FACULTY.sessionId, termId: FACULTY.termId, number: '1' });
  const delegation = { id: idOf('delegation-sx'), number: '1', name: '基础数学系代表团', unitIds: [units.sx.id] };
  await post(`/admin/congress/terms/${FACULTY.termId}/delegations`, delegation);
  for (const { number } of [cast.wu, cast.lin, cast.zhao, cast.zhou])
    await post(`/admin/congress/terms/${FACULTY.termId}/delegates`, {
      id: newId(),
      number,
      delegationId: delegation.id,
      kind: 'delegate',
      post: '',
    });
  const seats: [Player, string][] = [
    [cast.bai, 'committee_chair'],
    [cast.mei, 'committee_secretary'],
  ];
  for (const [{ number }, role] of seats)
    await post(`/admin/congress/terms/${FACULTY.termId}/committee`, {
      id: newId(),
      number,
      role,
      validFrom: '2026-04-14',
      validUntil: '',
    });
  const window = { windowFrom: '2026-04-01', windowUntil: '2026-05-01', heldFrom: '', heldUntil: '' };
  await post(`/admin/congress/sessions/${FACULTY.sessionId}/dates`, window);
  await post(`/admin/congress/sessions/${FACULTY.sessionId}/open`, {});
}

/** From wu's draft to the faculty's review; answers with the serial. */
export async function underReviewBelow(app: TestApp, fields: Record<string, string> = {}): Promise<string> {
  const road = new Road(app);
  const id = newId();
  const draft = { ...PROPOSAL, page: newId(), session: FACULTY.sessionId, ...fields };
  await road.post(cast.wu, `/proposals/${id}/draft`, draft);
  await road.post(cast.wu, `/proposals/${id}/seconding`);
  for (const one of [cast.lin, cast.zhao]) {
    await road.post(cast.wu, `/proposals/${id}/seconders`, { staffId: one.id });
    await road.post(one, `/proposals/${id}/second`, { answer: 'second' });
  }
  const address = await road.post(cast.wu, `/proposals/${id}/submission`);
  const serial = /sx-\d{4}-\d{4}/.exec(address)![0];
  await road.post(cast.mei, `/review/${serial}/taking-up`);
  return serial;
}
