import { cast, congress, idOf, units } from '../support/cast.js';
import type { Scene } from '../support/scene.js';

type Places = Readonly<Record<string, string>>;

const plain = (path: string): Places => ({ '': path });
const NEW_DAY = '2026-06-01';

/** The pages behind the doors of the administration. */
export function adminPathsOf({ mail: unknown }: Scene): Readonly<Record<string, Places>> {
  const person = (tail = '') => ({ zhou: `/admin/staff/${cast.zhou.id}${tail}` });
  const unit = (tail = '') => ({ 'hq-ys': `/admin/units/${units['hq-ys'].id}${tail}` });
  const grant = idOf(`${cast.gao.number}unit_officerhq`);
  return {
    'GET /admin': plain('/admin'),
    'GET /admin/settings': plain('/admin/settings'),
    ...reasonPaths(),
    'GET /admin/delivery': plain('/admin/delivery'),
    'GET /admin/calendar': plain('/admin/calendar'),
    'GET /admin/calendar/import': plain('/admin/calendar/import'),
    'POST /admin/calendar/import': plain('/admin/calendar/import'),
    'GET /admin/calendar/:year': { 2026: '/admin/calendar/2026' },
    'POST /admin/calendar/:year/days': { 2026: '/admin/calendar/2026/days' },
    'POST /admin/calendar/:year/days/:date/removal': { unknown: `/admin/calendar/2026/days/${NEW_DAY}/removal` },
    'GET /admin/imports/:id': { unknown: `/admin/imports/${unknown}` },
    'POST /admin/imports/:id/confirmation': { unknown: `/admin/imports/${unknown}/confirmation` },
    'GET /admin/staff': plain('/admin/staff'),
    'GET /admin/staff/new': plain('/admin/staff/new'),
    'POST /admin/staff': plain('/admin/staff'),
    'GET /admin/staff/import': plain('/admin/staff/import'),
    'POST /admin/staff/import': plain('/admin/staff/import'),
    'GET /admin/staff/template.xlsx': plain('/admin/staff/template.xlsx'),
    'GET /admin/staff/export.xlsx': plain('/admin/staff/export.xlsx'),
    'GET /admin/staff/:id': person(),
    'POST /admin/staff/:id': person(),
    'POST /admin/staff/:id/departure': person('/departure'),
    'POST /admin/staff/:id/return': person('/return'),
    'GET /admin/staff/:id/roles': person('/roles'),
    'GET /admin/units': plain('/admin/units'),
    'GET /admin/units/new': plain('/admin/units/new'),
    'POST /admin/units': plain('/admin/units'),
    'GET /admin/units/:id': unit(),
    'POST /admin/units/:id': unit(),
    'POST /admin/units/:id/move': unit('/move'),
    'GET /admin/units/:id/merger': unit('/merger'),
    'POST /admin/units/:id/merger': unit('/merger'),
    'POST /admin/units/:id/retirement': unit('/retirement'),
    'POST /admin/units/:id/restoration': unit('/restoration'),
    'GET /admin/roles': plain('/admin/roles'),
    'POST /admin/roles': plain('/admin/roles'),
    'POST /admin/roles/:id/end': { 'of gao': `/admin/roles/${grant}/end` },
    ...congressPaths(),
    'GET /calendar/due': plain('/calendar/due?from=2026-04-14&days=5'),
  };
}

function reasonPaths(): Readonly<Record<string, Places>> {
  const base = '/admin/decline-reasons';
  const late = (tail = '') => ({ late: `${base}/late${tail}` });
  return {
    'GET /admin/decline-reasons': plain(base),
    'POST /admin/decline-reasons': plain(base),
    'GET /admin/decline-reasons/:code': late(),
    'POST /admin/decline-reasons/:code': late(),
    'POST /admin/decline-reasons/:code/move': late('/move'),
    'POST /admin/decline-reasons/:code/retirement': late('/retirement'),
    'POST /admin/decline-reasons/:code/restoration': late('/restoration'),
    'POST /admin/decline-reasons/:code/removal': { unknown: `${base}/unknown/removal` },
  };
}

function congressPaths(): Readonly<Record<string, Places>> {
  const base = '/admin/congress';
  const term = (tail: string) => ({ 8: `${base}/terms/${congress.termId}${tail}` });
  const session = (tail = '') => ({ '8-3': `${base}/sessions/${congress.sessionId}${tail}` });
  const luo = (tail = '') => ({ luo: `${base}/delegates/${idOf(`${cast.luo.number}-seat`)}${tail}` });
  return {
    'GET /congress': plain('/congress'),
    'GET /congress/:code': { '8-3': '/congress/8-3', unknown: '/congress/9-9' },
    'GET /admin/congress': plain(base),
    'POST /admin/congress': plain(base),
    'GET /admin/congress/:id': { jlu: `${base}/${congress.id}` },
    'POST /admin/congress/:id/terms': { jlu: `${base}/${congress.id}/terms` },
    'POST /admin/congress/:id/sessions': { jlu: `${base}/${congress.id}/sessions` },
    'GET /admin/congress/terms/:id/delegates': term('/delegates'),
    'POST /admin/congress/terms/:id/delegates': term('/delegates'),
    'GET /admin/congress/terms/:id/delegates/import': term('/delegates/import'),
    'POST /admin/congress/terms/:id/delegates/import': term('/delegates/import'),
    'GET /admin/congress/delegates-template.xlsx': plain(`${base}/delegates-template.xlsx`),
    'GET /admin/congress/delegates/:id': luo(),
    'POST /admin/congress/delegates/:id': luo(),
    'POST /admin/congress/delegates/:id/end': luo('/end'),
    'GET /admin/congress/terms/:id/delegations': term('/delegations'),
    'POST /admin/congress/terms/:id/delegations': term('/delegations'),
    'GET /admin/congress/terms/:id/committee': term('/committee'),
    'POST /admin/congress/terms/:id/committee': term('/committee'),
    'POST /admin/congress/seats/:id/end': { 'of sun': `${base}/seats/${idOf(`${cast.sun.number}-committee`)}/end` },
    'GET /admin/congress/sessions/:id': session(),
    'POST /admin/congress/sessions/:id/dates': session('/dates'),
    'POST /admin/congress/sessions/:id/settings': session('/settings'),
    'POST /admin/congress/sessions/:id/open': session('/open'),
    'GET /admin/congress/sessions/:id/closing': session('/closing'),
    'POST /admin/congress/sessions/:id/close': session('/close'),
    'GET /admin/congress/sessions/:id/archive': session('/archive'),
    'POST /admin/congress/sessions/:id/archive': session('/archive'),
  };
}
