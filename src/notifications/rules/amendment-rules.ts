import type { EventFacts } from './event-facts.js';
import type { TellingTable } from './telling.js';

const signaturePage = (facts: EventFacts) => `/cases/${facts.ref}/amendments/${facts.text('replyId')}/signature`;
const draftPage = ({ ref }: EventFacts) => `/cases/${ref}/amendment`;
const rateBy = (facts: EventFacts) => facts.date('rateBy');

/** 补充更正: from hand to hand like a reply, and to the proposers when it is issued. */
export const AMENDMENT_RULES: TellingTable = {
  'case.submit_amendment': [{ kind: 'amendment_to_sign', to: ['part_heads', 'head_deputies'], link: signaturePage }],
  'case.sign_amendment': [{ kind: 'amendment_to_sign', to: ['next_signer', 'leader_deputies'], link: signaturePage }],
  'case.return_amendment': [{ kind: 'amendment_returned', to: ['part_officers'], link: draftPage }],
  'case.amend_reply': [
    { kind: 'reply_amended', to: ['parties'], due: rateBy },
    { kind: 'amendment_issued', to: ['part_officers', 'part_heads'], optional: 'unit' },
    { kind: 'amendment_issued', to: ['committee_secretary'], optional: 'committee' },
  ],
};
