import type { EventFacts } from './event-facts.js';
import type { Telling, TellingTable } from './telling.js';

const isDate =
  (...dates: string[]) =>
  (facts: EventFacts) =>
    dates.includes(facts.text('date'));
/** A single lead's promise stands with the case. */
const isOfTheCase = (facts: EventFacts) => facts.text('unitId') === '';
const after = (facts: EventFacts) => facts.date('after');
/** However many dates of a person move in one act: one mail. */
const together = (facts: EventFacts) => ({ kind: 'dates_moved', of: facts.text('actId') });
const MOVED = { kind: 'date_moved', due: after, together } as const;
const INQUIRY: Telling = {
  kind: 'inquiry_moved',
  to: ['part_officers', 'part_heads'],
  when: isDate('inquiry'),
  due: after,
  together,
  link: (facts) => `/inquiries/${facts.text('inquiryId')}`,
};

/** 期限重算: whoever owes something by a date that moved, and whoever waits for it. */
export const RECOUNT_RULES: TellingTable = {
  'case.recount': [
    { ...MOVED, to: ['part_officers', 'part_heads'], when: isDate('sign', 'reply', 'opinion', 'report') },
    { ...MOVED, to: ['lead_officers', 'lead_heads'], when: (facts) => isDate('report')(facts) && isOfTheCase(facts) },
    { ...MOVED, to: ['parties'], when: isDate('reply', 'rating') },
    { ...MOVED, to: ['leader'], when: isDate('reply') },
  ],
  'proposal.recount': [
    { ...MOVED, to: ['proposers'], when: isDate('completion', 'second_look') },
    { ...MOVED, to: ['committee_secretary', 'committee_chair'], when: isDate('decision') },
    { ...MOVED, to: ['presidium'], when: (facts) => isDate('decision')(facts) && facts.event.to === 'referred' },
    INQUIRY,
  ],
};
