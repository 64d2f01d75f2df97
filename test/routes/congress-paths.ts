import type { Scene } from '../support/scene.js';

import { newId } from '../../src/kernel/index.js';
import { congress } from '../support/cast.js';

type Places = Readonly<Record<string, string>>;

/** What several congresses, small schools and awards bring along. */
export function congressPathsOf({ proposals }: Scene): Readonly<Record<string, Places>> {
  const underReview = (tail: string): Places => ({ underReview: `/proposals/${proposals.underReview}${tail}` });
  return {
    ...suggestionPaths(newId()),
    'POST /admin/congress/:id/mode': { school: `/admin/congress/${congress.id}/mode` },
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
