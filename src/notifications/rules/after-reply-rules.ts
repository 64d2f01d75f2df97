import type { EventFacts } from './event-facts.js';
import type { TellingTable } from './telling.js';

const page =
  (name: string) =>
  ({ ref }: EventFacts) =>
    `/cases/${ref}/${name}`;
const dueOn = (facts: EventFacts) => facts.date('dueOn');
const answerBy = (facts: EventFacts) => facts.date('answerBy');
const noticePage = (facts: EventFacts) => `/cases/${facts.ref}/supervision/${facts.text('noticeId')}`;
const isForTheLeader = (facts: EventFacts) => facts.text('level') === '3';

/** Who is told what happens after the last round, to promises, and when a unit is supervised (domain.md §3.3). */
export const AFTER_REPLY_RULES: TellingTable = {
  'case.refer_to_presidium': [
    { kind: 'to_rule', to: ['presidium'], link: page('dissatisfaction') },
    { kind: 'referred_up', to: ['parties', 'lead_heads'] },
  ],
  'case.refer_to_leader': [
    { kind: 'to_rule', to: ['leader'], link: page('dissatisfaction') },
    { kind: 'referred_up', to: ['parties', 'lead_heads'] },
  ],
  'case.order_final_handling': [
    { kind: 'final_handling_duty', to: ['lead_officers', 'lead_heads'], due: dueOn },
    { kind: 'final_handling', to: ['parties', 'committee_chair', 'committee_secretary'] },
  ],
  'case.start_follow_up': [
    { kind: 'follow_up_duty', to: ['part_officers', 'part_heads'], due: (facts) => facts.date('promiseDueOn') },
    { kind: 'follow_up', to: ['parties'] },
  ],
  'case.report_progress': [{ kind: 'progress', to: ['parties', 'committee_secretary'], optional: 'follow_up' }],
  'case.slip_promise': [{ kind: 'promise_slipped', to: ['parties', 'committee_secretary'] }],
  'case.confirm_implemented': [{ kind: 'implemented', to: ['parties', 'lead_officers', 'lead_heads'] }],
  'case.reclassify': [{ kind: 'reclassified', to: ['parties', 'lead_officers', 'lead_heads'] }],
  'case.supervise': [
    { kind: 'supervised', to: ['part_officers', 'part_heads'], due: answerBy, link: noticePage },
    { kind: 'supervised_leader', to: ['leader'], when: isForTheLeader, due: answerBy, link: noticePage },
  ],
  'case.answer_supervision': [
    { kind: 'supervision_answered', to: ['committee_chair', 'committee_secretary'], link: noticePage },
  ],
  'case.accept_answer': [{ kind: 'answer_accepted', to: ['part_officers', 'part_heads'], link: noticePage }],
  'case.refuse_answer': [{ kind: 'answer_refused', to: ['part_officers', 'part_heads'], link: noticePage }],
  'case.conclude_with_explanation': [
    { kind: 'concluded_explained', to: ['parties'] },
    { kind: 'ruled', to: ['committee_chair'] },
    { kind: 'concluded_unit', to: ['lead_officers', 'lead_heads'], optional: 'unit' },
  ],
  'case.mark_key': [
    { kind: 'key_leader', to: ['named'], link: page('key') },
    { kind: 'key_marked', to: ['lead_officers', 'lead_heads', 'parties'] },
  ],
  'case.unmark_key': [{ kind: 'key_unmarked', to: ['named', 'lead_officers', 'lead_heads', 'parties'] }],
  'case.reach_milestone': [
    { kind: 'milestone_reached', to: ['key_leader', 'committee_secretary', 'lead_officers'], link: page('key') },
  ],
  'case.report_specially': [
    { kind: 'special_report', to: ['key_leader', 'committee_chair', 'committee_secretary'], link: page('key') },
  ],
  'case.instruct': [
    { kind: 'instructed', to: ['lead_officers', 'lead_heads', 'committee_chair', 'committee_secretary'] },
  ],
};
