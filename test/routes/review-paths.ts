import type { Scene } from '../support/scene.js';

type Places = Readonly<Record<string, string>>;

const plain = (path: string): Places => ({ '': path });

/** The pages on which the committee reads, votes and decides. */
export function reviewPathsOf(scene: Scene): Readonly<Record<string, Places>> {
  const { proposals, mail } = scene;
  const review = (tail: string, ...names: (keyof Scene['proposals'])[]): Places =>
    Object.fromEntries(names.map((name) => [name, `/review/${proposals[name]}${tail}`]));
  return {
    'GET /review': plain('/review'),
    'GET /review/:ref': review('', 'draft', 'submitted', 'underReview', 'filed'),
    'POST /review/:ref/taking-up': review('/taking-up', 'submitted'),
    'GET /review/paper': plain('/review/paper'),
    'POST /review/paper': plain('/review/paper'),
    'GET /review/:ref/confidentiality': review('/confidentiality', 'underReview'),
    'POST /review/:ref/confidentiality': review('/confidentiality', 'underReview'),
    'GET /review/:ref/return': review('/return', 'underReview'),
    'POST /review/:ref/return': review('/return', 'underReview'),
    'POST /review/:ref/decision': review('/decision', 'underReview'),
    'POST /review/:ref/claim': review('/claim', 'underReview', 'filed'),
    'POST /review/:ref/claim/takeover': review('/claim/takeover', 'underReview'),
    'POST /review/:ref/claim/release': review('/claim/release', 'underReview'),
    'GET /review/:ref/inquiries': review('/inquiries', 'underReview', 'filed'),
    'POST /review/:ref/inquiries': review('/inquiries', 'underReview'),
    'GET /review/:ref/completion': review('/completion', 'underReview'),
    'POST /review/:ref/completion': review('/completion', 'underReview'),
    'GET /inquiries': plain('/inquiries'),
    'GET /inquiries/:id': { unknown: `/inquiries/${mail}` },
    'POST /inquiries/:id': { unknown: `/inquiries/${mail}` },
    'GET /review/readers': plain('/review/readers'),
    'POST /review/readers': plain('/review/readers'),
    'POST /review/:ref/readers/removal': review('/readers/removal', 'underReview'),
    'GET /review/:ref/opinion': review('/opinion', 'underReview', 'filed'),
    'POST /review/:ref/recommendation': review('/recommendation', 'underReview'),
    'POST /review/:ref/vote': review('/vote', 'underReview'),
    'GET /review/:ref/referral': review('/referral', 'underReview', 'filed'),
    'POST /review/:ref/referral': review('/referral', 'underReview'),
    'GET /review/:ref/split': review('/split', 'underReview', 'filed'),
    'POST /review/:ref/split': review('/split', 'underReview'),
    'GET /review/:ref/merger': review('/merger', 'filed'),
    'POST /review/:ref/merger': review('/merger', 'filed'),
    'GET /review/:ref/unmerging': review('/unmerging', 'filed'),
    'POST /review/:ref/unmerging': review('/unmerging', 'filed'),
    'GET /review/selection': plain(`/review/selection?ref=${proposals.underReview}`),
    'POST /review/selection': plain('/review/selection'),
    'GET /review/decisions': plain('/review/decisions'),
    'POST /review/decisions/order': plain('/review/decisions/order'),
    'POST /review/decisions/publication': plain('/review/decisions/publication'),
    'POST /review/decisions/removal': plain('/review/decisions/removal'),
  };
}
