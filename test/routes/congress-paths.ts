import type { Scene } from '../support/scene.js';

type Places = Readonly<Record<string, string>>;

/** What several congresses, small schools and awards bring along. */
export function congressPathsOf({ proposals }: Scene): Readonly<Record<string, Places>> {
  const underReview = (tail: string): Places => ({ underReview: `/proposals/${proposals.underReview}${tail}` });
  return {
    'GET /proposals/:ref/upward': underReview('/upward'),
    'POST /proposals/:ref/upward': underReview('/upward'),
    'GET /proposals/:ref/sending-back': underReview('/sending-back'),
    'POST /proposals/:ref/sending-back': underReview('/sending-back'),
  };
}
