import type { Scene } from '../support/scene.js';

import { newId } from '../../src/kernel/index.js';
import { congress } from '../support/cast.js';

type Places = Readonly<Record<string, string>>;

/** What several congresses, small schools and awards bring along. */
export function congressPathsOf({ proposals, mail }: Scene): Readonly<Record<string, Places>> {
  const underReview = (tail: string): Places => ({ underReview: `/proposals/${proposals.underReview}${tail}` });
  const filedCandidate: Places = { 'not nominated': `/congress/8-3/awards/candidates/${proposals.filed}` };
  return {
    ...suggestionPaths(newId()),
    'POST /admin/congress/:id/mode': { school: `/admin/congress/${congress.id}/mode` },
    'GET /congress/:session/awards': { '8-3': '/congress/8-3/awards' },
    'GET /congress/:session/awards/nominations': { '8-3': '/congress/8-3/awards/nominations' },
    'POST /congress/:session/awards/nominations': { '8-3': '/congress/8-3/awards/nominations' },
    'POST /congress/:session/awards/nominations/:id/removal': {
      unknown: `/congress/8-3/awards/nominations/${mail}/removal`,
    },
    'GET /congress/:session/awards/candidates/:ref': filedCandidate,
    'POST /congress/:session/awards/candidates/:ref': filedCandidate,
    'GET /congress/:session/awards/schedule': { '8-3': '/congress/8-3/awards/schedule' },
    'POST /congress/:session/awards/schedule': { '8-3': '/congress/8-3/awards/schedule' },
    'GET /congress/:session/awards/notice': { undecided: '/congress/8-3/awards/notice' },
    'POST /congress/:session/awards/notice': { undecided: '/congress/8-3/awards/notice' },
    'GET /congress/:session/awards/decision': { '8-3': '/congress/8-3/awards/decision' },
    'POST /congress/:session/awards/decision': { '8-3': '/congress/8-3/awards/decision' },
    'GET /proposals/:ref/upward': underReview('/upward'),
    'POST /proposals/:ref/upward': underReview('/upward'),
    'GET /proposals/:ref/sending-back': underReview('/sending-back'),
    'POST /proposals/:ref/sending-back': underReview('/sending-back'),
  };
}

/** The school of the scene has its committee chain: nobody can hand in a suggestion there. */
function suggestionPaths(id: string): Readonly<Record<string, Places>> {
  return {
    'GET /suggestions': { '': '/suggestions' },
    'GET /suggestions/new': { '': '/suggestions/new' },
    'GET /suggestions/:ref': { unknown: `/suggestions/${id}` },
    'POST /suggestions/:ref': { unknown: `/suggestions/${id}` },
    'POST /suggestions/:ref/autosave': { unknown: `/suggestions/${id}/autosave` },
  };
}
