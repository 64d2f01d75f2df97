import type { EventFacts } from './event-facts.js';
import type { Telling, TellingTable } from './telling.js';

const page =
  (name: string) =>
  ({ ref }: EventFacts) =>
    `/cases/${ref}/${name}`;
/** The unit that gave its duty back no longer reads the case. */
const unitCases = () => '/units/cases';
const dueOn = (facts: EventFacts) => facts.date('dueOn');
const rateBy = (facts: EventFacts) => facts.date('rateBy');
const asksForRating = (facts: EventFacts) => rateBy(facts) !== null;
const isDissatisfied = (facts: EventFacts) => [facts.text('attitude'), facts.text('result')].includes('dissatisfied');

/** The page of one of several separate leads. */
const partPage = (name: string) => (facts: EventFacts) =>
  `/cases/${facts.ref}/${name}?duty=${facts.text('assignmentId')}`;
/** Where the draft is written that somebody has taken over. */
const writtenPage = (facts: EventFacts) =>
  facts.text('assignmentId') === '' ? page(facts.text('paper'))(facts) : partPage(facts.text('paper'))(facts);
const isLast = (facts: EventFacts) => facts.flag('last');
/** A duty given to another unit, by the chair's decision. */
const REASSIGNED: readonly Telling[] = [
  { kind: 'assigned_lead', to: ['new_officers', 'new_heads'], due: dueOn },
  { kind: 'taken_back', to: ['part_officers', 'part_heads'], link: unitCases },
  { kind: 'assigned_leader', to: ['leader'], due: dueOn },
  { kind: 'reassigned', to: ['parties'] },
];

/** Who is told what happens to a case, its assignments and its replies (domain.md §3.3). */
export const CASE_RULES: TellingTable = {
  'case.add_origin': [
    { kind: 'case_joined', to: ['parties'] },
    { kind: 'case_joined', to: ['origin_seconders'], optional: 'seconded' },
  ],
  'case.remove_origin': [
    { kind: 'case_left', to: ['parties'] },
    { kind: 'case_left', to: ['lead_officers', 'lead_heads', 'assisting_officers', 'assisting_heads'] },
    { kind: 'case_left', to: ['origin_seconders'], optional: 'seconded' },
  ],
  'case.assign': [
    { kind: 'assigned_lead', to: ['lead_officers', 'lead_heads'], due: dueOn },
    {
      kind: 'assigned_assisting',
      to: ['assisting_officers', 'assisting_heads'],
      due: (facts) => facts.date('assistingDueOn'),
    },
    { kind: 'assigned_leader', to: ['leader'], due: dueOn },
    { kind: 'assigned', to: ['parties'] },
  ],
  'case.sign_for': [
    { kind: 'signed_for', to: ['parties'] },
    { kind: 'signed_for', to: ['committee_secretary'], optional: 'committee' },
  ],
  'case.ask_return': [{ kind: 'return_asked', to: ['committee_chair'], link: page('return/decision') }],
  'case.ask_return_assisting': [{ kind: 'return_asked', to: ['committee_chair'], link: page('return/decision') }],
  'case.refuse_return': [{ kind: 'return_refused', to: ['part_officers', 'part_heads'] }],
  'case.refuse_return_assisting': [{ kind: 'return_refused', to: ['part_officers', 'part_heads'] }],
  'case.grant_return': [
    { kind: 'assigned_lead', to: ['new_officers', 'new_heads'], due: dueOn },
    { kind: 'return_granted', to: ['part_officers', 'part_heads'], link: unitCases },
    { kind: 'assigned_leader', to: ['leader'], due: dueOn },
    { kind: 'reassigned', to: ['parties'] },
  ],
  'case.grant_return_assisting': [
    { kind: 'assigned_assisting', to: ['new_officers', 'new_heads'], due: dueOn },
    { kind: 'return_granted', to: ['part_officers', 'part_heads'], link: unitCases },
  ],
  'case.sign_for_part': [
    { kind: 'signed_for', to: ['parties'] },
    { kind: 'signed_for', to: ['committee_secretary'], optional: 'committee' },
  ],
  'case.ask_return_part': [{ kind: 'return_asked', to: ['committee_chair'], link: page('return/decision') }],
  'case.refuse_return_part': [{ kind: 'return_refused', to: ['part_officers', 'part_heads'] }],
  'case.grant_return_part': [
    { kind: 'assigned_lead', to: ['new_officers', 'new_heads'], due: dueOn },
    { kind: 'return_granted', to: ['part_officers', 'part_heads'], link: unitCases },
    { kind: 'reassigned', to: ['parties'] },
  ],
  'case.reassign': REASSIGNED,
  'case.reassign_part': REASSIGNED,
  'case.reassign_assisting': [
    { kind: 'assigned_assisting', to: ['new_officers', 'new_heads'], due: dueOn },
    { kind: 'taken_back', to: ['part_officers', 'part_heads'], link: unitCases },
    { kind: 'assisting_changed', to: ['lead_officers'] },
  ],
  'case.ask_unit': [{ kind: 'unit_wanted', to: ['committee_chair'], link: page('units') }],
  'case.refuse_unit': [{ kind: 'unit_refused', to: ['part_officers'] }],
  'case.add_unit': [
    { kind: 'assigned_assisting', to: ['new_officers', 'new_heads'], due: dueOn },
    { kind: 'assisting_changed', to: ['lead_officers', 'lead_heads'] },
  ],
  'case.ask_extension': [{ kind: 'extension_asked', to: ['committee_chair'], link: page('extension/decision') }],
  'case.grant_extension': [
    { kind: 'extension_granted', to: ['lead_officers', 'lead_heads'], due: (facts) => facts.date('until') },
    { kind: 'extended', to: ['parties'] },
  ],
  'case.refuse_extension': [{ kind: 'extension_refused', to: ['lead_officers', 'lead_heads'], due: dueOn }],
  'case.give_opinion': [{ kind: 'opinion_given', to: ['lead_officers'] }],
  'case.override_opinion': [{ kind: 'opinion_overridden', to: ['lead_officers', 'part_officers'] }],
  'case.take_desk_over': [{ kind: 'draft_taken_over', to: ['named'], link: writtenPage }],
  'case.submit_reply': [
    { kind: 'reply_to_sign', to: ['lead_heads', 'head_deputies'], due: dueOn, link: page('signature') },
  ],
  'case.sign_reply': [
    { kind: 'reply_to_sign', to: ['next_signer', 'leader_deputies'], due: dueOn, link: page('signature') },
  ],
  'case.recall_reply': [{ kind: 'reply_recalled', to: ['lead_heads'], optional: 'unit' }],
  'case.return_reply': [{ kind: 'reply_returned', to: ['lead_officers'], due: dueOn, link: page('reply') }],
  'case.issue_reply': [
    { kind: 'replied', to: ['parties'], due: rateBy, when: asksForRating, link: page('rating') },
    { kind: 'replied_finally', to: ['parties'], when: (facts) => !asksForRating(facts) },
    { kind: 'reply_issued', to: ['lead_officers', 'lead_heads'], optional: 'unit' },
    { kind: 'reply_issued', to: ['committee_secretary'], optional: 'committee' },
  ],
  'case.submit_part': [
    { kind: 'reply_to_sign', to: ['part_heads', 'head_deputies'], due: dueOn, link: partPage('signature') },
  ],
  'case.sign_part': [
    { kind: 'reply_to_sign', to: ['next_signer', 'leader_deputies'], due: dueOn, link: partPage('signature') },
  ],
  'case.recall_part': [{ kind: 'reply_recalled', to: ['part_heads'], optional: 'unit' }],
  'case.return_part': [{ kind: 'reply_returned', to: ['part_officers'], due: dueOn, link: partPage('reply') }],
  'case.issue_part': [
    { kind: 'part_replied', to: ['parties'], when: (facts) => !isLast(facts) },
    { kind: 'reply_issued', to: ['part_officers', 'part_heads'], optional: 'unit' },
    { kind: 'reply_issued', to: ['committee_secretary'], optional: 'committee' },
  ],
  'case.complete_parts': [
    { kind: 'parts_replied', to: ['parties'], due: rateBy, when: asksForRating, link: page('rating') },
    { kind: 'replied_finally', to: ['parties'], when: (facts) => !asksForRating(facts) },
  ],
  'case.rate': [
    { kind: 'rated_dissatisfied', to: ['committee_secretary', 'lead_officers'], when: isDissatisfied },
    { kind: 'rated', to: ['lead_officers'], optional: 'unit' },
  ],
  'case.rate_on_paper': [
    { kind: 'rated_on_paper', to: ['named'] },
    { kind: 'rated_dissatisfied', to: ['lead_officers'], when: isDissatisfied },
    { kind: 'rated', to: ['lead_officers'], optional: 'unit' },
  ],
  'case.find_dissatisfied': [
    { kind: 'to_decide', to: ['committee_chair'], link: page('dissatisfaction') },
    { kind: 'found_dissatisfied', to: ['lead_heads'] },
  ],
  'case.order_second_handling': [
    { kind: 'second_round_duty', to: ['lead_officers', 'lead_heads'], due: dueOn },
    { kind: 'second_round', to: ['parties'] },
  ],
  'case.conclude': [
    { kind: 'concluded', to: ['parties'] },
    { kind: 'concluded_unit', to: ['lead_officers'], optional: 'unit' },
  ],
  'case.publish': [{ kind: 'published', to: ['parties', 'lead_officers'], optional: 'publication' }],
  'case.hand_over': [
    { kind: 'handed_over', to: ['new_officers', 'new_heads'], due: dueOn },
    { kind: 'handed_over_parties', to: ['parties'], when: (facts) => facts.text('part') !== 'assisting' },
    { kind: 'handed_over', to: ['leader', 'committee_secretary'], optional: 'committee' },
  ],
  'case.carry': [
    { kind: 'carried', to: ['parties'] },
    { kind: 'carried', to: ['lead_officers', 'lead_heads'], optional: 'unit' },
  ],
  'case.ask_withdrawal': [
    { kind: 'withdrawal_asked', to: ['committee_chair'], link: page('withdrawal/decision') },
    { kind: 'withdrawal_wished', to: ['lead_officers', 'lead_heads', 'assisting_officers', 'parties'] },
  ],
  'case.refuse_withdrawal': [
    { kind: 'withdrawal_refused', to: ['named'] },
    { kind: 'withdrawal_over', to: ['lead_officers', 'lead_heads', 'assisting_officers', 'parties'] },
  ],
  'case.lapse_withdrawal': [{ kind: 'withdrawal_lapsed', to: ['named'] }],
  'case.pass_up': [
    { kind: 'case_passed_up', to: ['lead_officers', 'lead_heads', 'assisting_officers', 'assisting_heads', 'leader'] },
  ],
  'case.withdraw': [
    { kind: 'case_withdrawn', to: ['lead_officers', 'lead_heads', 'assisting_officers', 'assisting_heads', 'leader'] },
  ],
};
