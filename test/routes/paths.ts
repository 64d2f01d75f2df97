import type { Scene } from '../support/scene.js';
import { deskPathsOf } from './desk-paths.js';
import { adminPathsOf } from './admin-paths.js';
import { reviewPathsOf } from './review-paths.js';
import { afterPathsOf } from './after-paths.js';
import { congressPathsOf } from './congress-paths.js';
import { dutyPathsOf } from './duty-paths.js';

/** What stands at the place of the parameters of a route: a label for the table, and the address. */
type Places = Readonly<Record<string, string>>;

const plain = (path: string): Places => ({ '': path });

/** Where each route of the application is tried. A route that is missing here fails the test. */
export function pathsOf(scene: Scene): Readonly<Record<string, Places>> {
  const { proposals, cases, notices, files, seconds, link, mail, message } = scene;
  const proposal = (tail: string, ...names: (keyof Scene['proposals'])[]): Places =>
    Object.fromEntries(names.map((name) => [name, `/proposals/${proposals[name]}${tail}`]));
  const oneCase = (tail: string, ...names: (keyof Scene['cases'])[]): Places =>
    Object.fromEntries(names.map((name) => [name, `/cases/${cases[name]}${tail}`]));
  const notice = (tail: string, ...names: (keyof Scene['notices'])[]): Places =>
    Object.fromEntries(names.map((name) => [name, `/notices/${notices[name]}${tail}`]));
  const step = (noun: string, name: keyof Scene['notices']): Places => ({
    [`${name}, ${noun}`]: `/notices/${notices[name]}/${noun}`,
  });
  return {
    ...adminPathsOf(scene),
    ...afterPathsOf(scene),
    ...congressPathsOf(scene),
    ...deskPathsOf(scene),
    ...dutyPathsOf(scene),
    'GET /': plain('/'),
    'GET /assets/:version/:name': { unknown: '/assets/0/nothing.css' },
    'GET /health/live': plain('/health/live'),
    'GET /health/ready': plain('/health/ready'),
    'GET /style': plain('/style'),
    'POST /language': plain('/language'),

    'GET /demo': plain('/demo'),
    'POST /demo/sign-in': plain('/demo/sign-in'),
    'GET /sign-in': plain('/sign-in'),
    'POST /sign-in': plain('/sign-in'),
    'GET /sign-in/link': plain('/sign-in/link'),
    'POST /sign-in/link': plain('/sign-in/link'),
    'GET /sign-in/link/sent': plain('/sign-in/link/sent'),
    'GET /sign-in/link/:token': { zhou: `/sign-in/link/${link}` },
    'POST /sign-in/link/:token': { zhou: `/sign-in/link/${link}` },
    'POST /sign-out': plain('/sign-out'),
    'GET /parked/:token': { unknown: '/parked/nothing' },
    'GET /me': plain('/me'),
    'POST /me/language': plain('/me/language'),
    'GET /me/todos': plain('/me/todos'),
    'GET /me/password': plain('/me/password'),
    'POST /me/password': plain('/me/password'),
    'POST /me/sessions/end': plain('/me/sessions/end'),
    'POST /me/sessions/:id/end': { unknown: `/me/sessions/${mail}/end` },
    'GET /me/messages': plain('/me/messages'),
    'GET /me/messages/:id': { 'of wu': `/me/messages/${message}` },
    'POST /me/messages/read': plain('/me/messages/read'),
    'GET /me/messages/preferences': plain('/me/messages/preferences'),
    'GET /unsubscribe/:staffId/:what/:signature': { unsigned: `/unsubscribe/${mail}/unit/nothing` },
    'POST /unsubscribe/:staffId/:what/:signature': { unsigned: `/unsubscribe/${mail}/unit/nothing` },
    'POST /me/messages/preferences': plain('/me/messages/preferences'),
    'GET /outbox': plain('/outbox'),
    'GET /outbox/:id': { one: `/outbox/${mail}` },
    'GET /outbox/:id/letter': { one: `/outbox/${mail}/letter` },

    'GET /search': plain('/search?q=%E5%85%85%E7%94%B5'),
    'GET /statistics': plain('/statistics'),
    'GET /statistics/compare': plain('/statistics/compare'),
    'GET /statistics/:figure': { received: '/statistics/received' },
    'GET /catalogue': plain('/catalogue'),

    'GET /proposals': plain('/proposals'),
    'GET /proposals/mine': plain('/proposals/mine'),
    'GET /proposals/new': plain('/proposals/new'),
    'GET /proposals/similar': plain('/proposals/similar?title=%E5%85%85%E7%94%B5'),
    'GET /proposals/:ref': proposal('', 'draft', 'seconding', 'submitted', 'underReview', 'filed', 'unpublished'),
    'GET /proposals/:ref/draft': proposal('/draft', 'draft', 'filed'),
    'POST /proposals/:ref/draft': proposal('/draft', 'draft', 'filed'),
    'POST /proposals/:ref/autosave': proposal('/autosave', 'draft', 'filed'),
    'GET /proposals/:ref/check': proposal('/check', 'draft'),
    'GET /proposals/:ref/joint': proposal('/joint', 'draft'),
    'POST /proposals/:ref/joint': proposal('/joint', 'draft'),
    'POST /proposals/:ref/joint/:jointId/removal': { unknown: `/proposals/${proposals.draft}/joint/${mail}/removal` },
    'GET /proposals/:ref/participation': proposal('/participation', 'draft'),
    'POST /proposals/:ref/participation': proposal('/participation', 'draft'),
    'POST /proposals/:ref/seconding': proposal('/seconding', 'draft'),
    'GET /proposals/:ref/seconders': proposal('/seconders', 'seconding', 'filed'),
    'POST /proposals/:ref/seconders': proposal('/seconders', 'seconding'),
    'POST /proposals/:ref/seconders/:secondId/cancellation': {
      seconding: `/proposals/${proposals.seconding}/seconders/${seconds}/cancellation`,
    },
    'GET /proposals/:ref/second': proposal('/second', 'seconding', 'filed'),
    'POST /proposals/:ref/second': proposal('/second', 'seconding', 'filed'),
    'POST /proposals/:ref/submission': proposal('/submission', 'seconding'),
    'GET /proposals/:ref/receipt': proposal('/receipt', 'submitted'),
    'POST /proposals/:ref/resubmission': proposal('/resubmission', 'submitted'),
    'GET /proposals/:ref/form': proposal('/form', 'draft', 'submitted', 'filed', 'unpublished'),
    'GET /proposals/:ref/objection': proposal('/objection', 'submitted'),
    'POST /proposals/:ref/objection': proposal('/objection', 'submitted'),
    'GET /proposals/:ref/late': proposal('/late', 'draft', 'filed'),
    'POST /proposals/:ref/late': proposal('/late', 'draft', 'filed'),
    'GET /proposals/:ref/withdrawal': proposal('/withdrawal', 'submitted'),
    'POST /proposals/:ref/withdrawal': proposal('/withdrawal', 'submitted'),
    'POST /proposals/:ref/discard': proposal('/discard', 'draft'),
    'GET /proposals/:ref/members': proposal('/members', 'seconding', 'submitted'),
    'POST /proposals/:ref/members': proposal('/members', 'seconding', 'submitted'),
    'GET /delegation': plain('/delegation'),
    'GET /proposals/:ref/delegation-check': proposal('/delegation-check', 'seconding', 'submitted'),
    'POST /proposals/:ref/delegation-check': proposal('/delegation-check', 'seconding', 'submitted'),
    'GET /proposals/:ref/second-look': proposal('/second-look', 'underReview'),
    'POST /proposals/:ref/second-look': proposal('/second-look', 'underReview'),

    ...reviewPathsOf(scene),

    'GET /board': plain('/board'),
    'GET /board/assignment': plain(`/board/assignment?ref=${cases.open}`),
    'POST /board/assignment': plain('/board/assignment'),
    'GET /units': plain('/units'),
    'GET /units/cases': plain('/units/cases'),
    'GET /units/:code/cases': { hq: '/units/hq/cases', 'hq-ys': '/units/hq-ys/cases', cw: '/units/cw/cases' },
    'GET /signatures': plain('/signatures'),
    'GET /cases/:ref': oneCase('', 'open', 'inHandling', 'atLeader', 'replied', 'published', 'unpublished'),
    'GET /cases/:ref/letter': oneCase('/letter', 'inHandling', 'unpublished'),
    'GET /cases/:ref/assignment': oneCase('/assignment', 'open'),
    'POST /cases/:ref/assignment': oneCase('/assignment', 'open'),
    'GET /cases/:ref/contacts/new': oneCase('/contacts/new', 'inHandling'),
    'POST /cases/:ref/contacts': oneCase('/contacts', 'inHandling'),
    'GET /cases/:ref/reply': oneCase('/reply', 'inHandling', 'ready', 'atHead', 'atLeader', 'replied'),
    'POST /cases/:ref/reply': oneCase('/reply', 'ready', 'replied'),
    'POST /cases/:ref/reply/draft': oneCase('/reply/draft', 'ready', 'replied'),
    'POST /cases/:ref/reply/recall': oneCase('/reply/recall', 'atHead', 'replied'),
    'GET /cases/:ref/withdrawal/decision': oneCase('/withdrawal/decision', 'inHandling'),
    'POST /cases/:ref/withdrawal/decision': oneCase('/withdrawal/decision', 'inHandling'),
    'GET /cases/:ref/notice': oneCase('/notice', 'replied', 'published', 'unpublished'),
    'POST /cases/:ref/notice': oneCase('/notice', 'replied', 'published'),

    'GET /notices': plain('/notices'),
    'GET /notices/feed.atom': plain('/notices/feed.atom'),
    'GET /notices/work': plain('/notices/work'),
    'GET /notices/new': plain('/notices/new'),
    'GET /notices/:ref': notice('', 'draft', 'atHead', 'atSecrecy', 'atOffice', 'public', 'staff'),
    'GET /notices/:ref/changes': notice('/changes', 'draft', 'public', 'staff'),
    'GET /notices/:id/edit': notice('/edit', 'draft', 'publicId'),
    'POST /notices/:id': notice('', 'draft', 'publicId'),
    'POST /notices/:id/draft': notice('/draft', 'draft', 'publicId'),
    'POST /notices/:id/publication': notice('/publication', 'atOffice', 'draft'),
    'POST /notices/:id/revision': notice('/revision', 'publicId'),
    'POST /notices/:id/:noun': {
      ...step('submission', 'draft'),
      ...step('discard', 'draft'),
      ...step('approval', 'atHead'),
      ...step('clearance', 'atSecrecy'),
      ...step('withdrawal', 'publicId'),
    },
    'GET /files/:id/:name': {
      'of the draft': `/files/${files.draft}/a.pdf`,
      public: `/files/${files.public}/a.pdf`,
      'for the staff': `/files/${files.staff}/a.pdf`,
    },
  };
}
