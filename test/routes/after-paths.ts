import type { Scene } from '../support/scene.js';

type Places = Readonly<Record<string, string>>;

/** Where the routes from the signatures of a reply on are tried: ratings, decisions, promises, supervision. */
export function afterPathsOf({ cases, mail }: Scene): Readonly<Record<string, Places>> {
  const oneCase = (tail: string, ...names: (keyof Scene['cases'])[]): Places =>
    Object.fromEntries(names.map((name) => [name, `/cases/${cases[name]}${tail}`]));
  return {
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
    'GET /cases/:ref/rating/paper': oneCase('/rating/paper', 'inHandling', 'replied'),
    'POST /cases/:ref/rating/paper': oneCase('/rating/paper', 'replied'),
    'GET /cases/:ref/rating': oneCase('/rating', 'replied', 'published'),
    'POST /cases/:ref/rating': oneCase('/rating', 'replied', 'published'),
    'POST /cases/:ref/rating/check': oneCase('/rating/check', 'replied'),
    'POST /cases/:ref/rating/form': oneCase('/rating/form', 'replied'),
    'GET /cases/:ref/dissatisfaction': oneCase('/dissatisfaction', 'dissatisfied'),
    'POST /cases/:ref/dissatisfaction': oneCase('/dissatisfaction', 'dissatisfied'),
    'GET /cases/:ref/reclassification': oneCase('/reclassification', 'followUp'),
    'POST /cases/:ref/reclassification': oneCase('/reclassification', 'followUp'),
    'GET /promises': { '': '/promises' },
    'GET /supervision': { '': '/supervision' },
    'GET /deadlines': { '': '/deadlines' },
    'POST /deadlines': { '': '/deadlines' },
    'GET /key-cases': { '': '/key-cases' },
    'GET /cases/:ref/key': oneCase('/key', 'inHandling', 'unpublished'),
    'GET /cases/:ref/key/:form': {
      mark: `/cases/${cases.inHandling}/key/mark`,
      plan: `/cases/${cases.inHandling}/key/plan`,
    },
    'GET /cases/:ref/key/milestones/:id/:form': {
      unknown: `/cases/${cases.inHandling}/key/milestones/${mail}/evidence`,
    },
    'POST /cases/:ref/key/mark': oneCase('/key/mark', 'inHandling'),
    'POST /cases/:ref/key/unmark': oneCase('/key/unmark', 'inHandling'),
    'POST /cases/:ref/key/plan': oneCase('/key/plan', 'inHandling'),
    'POST /cases/:ref/key/minutes': oneCase('/key/minutes', 'inHandling'),
    'POST /cases/:ref/key/report': oneCase('/key/report', 'inHandling'),
    'POST /cases/:ref/key/instruction': oneCase('/key/instruction', 'inHandling'),
    'POST /cases/:ref/key/milestones/:id/evidence': {
      unknown: `/cases/${cases.inHandling}/key/milestones/${mail}/evidence`,
    },
    'POST /cases/:ref/key/milestones/:id/removal': {
      unknown: `/cases/${cases.inHandling}/key/milestones/${mail}/removal`,
    },
    'GET /cases/:ref/supervision/new': oneCase('/supervision/new', 'inHandling'),
    'POST /cases/:ref/supervision': oneCase('/supervision', 'inHandling'),
    'GET /cases/:ref/supervision/:id': { unknown: `/cases/${cases.inHandling}/supervision/${mail}` },
    'GET /cases/:ref/supervision/:id/letter': { unknown: `/cases/${cases.inHandling}/supervision/${mail}/letter` },
    'POST /cases/:ref/supervision/:id/answer': { unknown: `/cases/${cases.inHandling}/supervision/${mail}/answer` },
    'POST /cases/:ref/supervision/:id/decision': { unknown: `/cases/${cases.inHandling}/supervision/${mail}/decision` },
    'POST /cases/:ref/publication': oneCase('/publication', 'replied', 'unpublished'),
    'GET /cases/:ref/follow-up': oneCase('/follow-up', 'followUp'),
    'POST /cases/:ref/follow-up/progress': oneCase('/follow-up/progress', 'followUp'),
    'POST /cases/:ref/follow-up/postponement': oneCase('/follow-up/postponement', 'followUp'),
    'POST /cases/:ref/follow-up/implementation': oneCase('/follow-up/implementation', 'followUp'),
  };
}
