import type { Scene } from '../support/scene.js';

/** Addresses of what surrounds the signing of replies: kept versions, deputies, templates, notes, amendments. */
export function deskPathsOf({ cases, desk }: Scene) {
  const oneCase = (tail: string) => ({ inHandling: `/cases/${cases.inHandling}${tail}` });
  const hq = (tail: string) => ({ hq: `/units/hq/templates${tail}` });
  return {
    'GET /cases/:ref/versions/:replyId': {
      atHead: `/cases/${cases.atHead}/versions/${desk.replyAtHead}`,
      unpublished: `/cases/${cases.unpublished}/versions/${desk.replySigned}`,
    },
    'GET /me/deputies': { '': '/me/deputies' },
    'POST /me/deputies': { '': '/me/deputies' },
    'POST /me/deputies/:id/revocation': { unknown: `/me/deputies/${desk.replySigned}/revocation` },
    'GET /admin/deputies': { '': '/admin/deputies' },
    'POST /admin/deputies': { '': '/admin/deputies' },
    'GET /cases/:ref/notes': oneCase('/notes'),
    'POST /cases/:ref/notes': oneCase('/notes'),
    'GET /units/:code/templates': hq(''),
    'POST /units/:code/templates': hq(''),
    'GET /units/:code/templates/new': hq('/new'),
    'GET /units/:code/templates/:id': hq(`/${desk.template}`),
    'POST /units/:code/templates/:id/retirement': { unknown: `/units/hq/templates/${desk.replySigned}/retirement` },
    'POST /cases/:ref/reply/template': { ready: `/cases/${cases.ready}/reply/template` },
  };
}
