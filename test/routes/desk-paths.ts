import type { Scene } from '../support/scene.js';

/** Addresses of what surrounds the signing of replies: kept versions, deputies, templates, notes, amendments. */
export function deskPathsOf({ cases, desk }: Scene) {
  const oneCase = (tail: string, ...names: (keyof Scene['cases'])[]) =>
    Object.fromEntries(names.map((name) => [name, `/cases/${cases[name]}${tail}`]));
  const hq = (tail: string) => ({ hq: `/units/hq/templates${tail}` });
  const amending = (tail: string) => `/cases/${cases.published}/amendments/${desk.amendment}/signature${tail}`;
  return {
    'GET /cases/:ref/versions/:replyId': {
      atHead: `/cases/${cases.atHead}/versions/${desk.replyAtHead}`,
      unpublished: `/cases/${cases.unpublished}/versions/${desk.replySigned}`,
    },
    'GET /cases/:ref/signature': oneCase('/signature', 'atHead', 'atLeader', 'replied', 'unpublished'),
    'POST /cases/:ref/signature': oneCase('/signature', 'atHead', 'atLeader'),
    'POST /cases/:ref/signature/return': oneCase('/signature/return', 'atHead', 'atLeader'),
    'GET /cases/:ref/replies/:round/letter': oneCase(
      '/replies/1/letter',
      'atLeader',
      'replied',
      'published',
      'unpublished',
    ),
    'GET /cases/:ref/amendment': oneCase('/amendment', 'replied', 'published', 'inHandling'),
    'POST /cases/:ref/amendment': oneCase('/amendment', 'replied'),
    'POST /cases/:ref/amendment/draft': oneCase('/amendment/draft', 'followUp'),
    'POST /cases/:ref/amendment/recall': oneCase('/amendment/recall', 'replied'),
    'GET /cases/:ref/amendments/:id/signature': { 'at the head': amending('') },
    'POST /cases/:ref/amendments/:id/signature': { 'at the head': amending('') },
    'POST /cases/:ref/amendments/:id/signature/return': { 'at the head': amending('/return') },
    'POST /cases/:ref/desk/:duty/takeover': { 'of hq': `/cases/${cases.inHandling}/desk/${desk.duty}/takeover` },
    'POST /cases/:ref/desk/:duty/release': { 'of hq': `/cases/${cases.inHandling}/desk/${desk.duty}/release` },
    'GET /me/deputies': { '': '/me/deputies' },
    'POST /me/deputies': { '': '/me/deputies' },
    'POST /me/deputies/:id/revocation': { unknown: `/me/deputies/${desk.replySigned}/revocation` },
    'GET /admin/deputies': { '': '/admin/deputies' },
    'POST /admin/deputies': { '': '/admin/deputies' },
    'GET /cases/:ref/notes': oneCase('/notes', 'inHandling'),
    'POST /cases/:ref/notes': oneCase('/notes', 'inHandling'),
    'GET /units/:code/templates': hq(''),
    'POST /units/:code/templates': hq(''),
    'GET /units/:code/templates/new': hq('/new'),
    'GET /units/:code/templates/:id': hq(`/${desk.template}`),
    'POST /units/:code/templates/:id/retirement': { unknown: `/units/hq/templates/${desk.replySigned}/retirement` },
    'POST /cases/:ref/reply/template': { ready: `/cases/${cases.ready}/reply/template` },
  };
}
