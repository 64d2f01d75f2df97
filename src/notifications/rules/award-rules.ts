import type { TellingTable } from './telling.js';

/** 评优: whoever is awarded is told, wherever the actor sits. */
export const AWARD_RULES: TellingTable = {
  'award.decide': [
    { kind: 'awarded_proposal', to: ['awarded'], link: ({ ref }) => `/congress/${ref}/awards` },
    { kind: 'awarded_unit', to: ['awarded_heads'], link: ({ ref }) => `/congress/${ref}/awards` },
  ],
};
