import type { Scene } from '../support/scene.js';

/** Addresses of what surrounds the signing of replies: kept versions, deputies, templates, notes, amendments. */
export function deskPathsOf({ cases, desk }: Scene) {
  const oneCase = (tail: string) => ({ inHandling: `/cases/${cases.inHandling}${tail}` });
  return {
    'GET /cases/:ref/versions/:replyId': {
      atHead: `/cases/${cases.atHead}/versions/${desk.replyAtHead}`,
      unpublished: `/cases/${cases.unpublished}/versions/${desk.replySigned}`,
    },
    'GET /cases/:ref/notes': oneCase('/notes'),
    'POST /cases/:ref/notes': oneCase('/notes'),
  };
}
