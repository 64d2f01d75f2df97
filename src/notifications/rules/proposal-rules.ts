import type { EventFacts } from './event-facts.js';
import type { Telling, TellingTable } from './telling.js';

const secondPage = ({ ref }: EventFacts) => `/proposals/${ref}/second`;
const jointPage = ({ ref }: EventFacts) => `/proposals/${ref}/participation`;
const checkPage = ({ ref }: EventFacts) => `/proposals/${ref}/delegation-check`;
const membersPage = ({ ref }: EventFacts) => `/proposals/${ref}/members`;
const hasQuorum = (facts: EventFacts) => facts.flag('reached') && facts.text('kind') === 'collective';
const reviewPage = ({ ref }: EventFacts) => `/review/${ref}`;
/** Others are merged into its case in the same act. */
const leadsOthers = (facts: EventFacts) => facts.list('others').length > 0;
const opinionPage = ({ ref }: EventFacts) => `/review/${ref}/opinion`;
const hasBeenSubmitted = (facts: EventFacts) => facts.text('ref') !== '';

/** The congress that passed the matter upward learns what became of it, on its own page of it. */
const DECIDED_ABOVE: Telling = {
  kind: 'decided_above',
  to: ['committee_below'],
  link: (facts) => `/proposals/${facts.ids('passedFromId')[0]}`,
};

/** Who is told what happens to a proposal (domain.md §3.3). */
export const PROPOSAL_RULES: TellingTable = {
  'proposal.edit': [{ kind: 'second_again', to: ['asked_again'], link: secondPage, due: 'window' }],
  'proposal.start_seconding': [{ kind: 'second_again', to: ['asked_again'], link: secondPage, due: 'window' }],
  'proposal.invite': [{ kind: 'second_wanted', to: ['named'], link: secondPage, due: 'window' }],
  'proposal.record_presence': [{ kind: 'agreement_wanted', to: ['added'], link: secondPage, due: 'window' }],
  'proposal.second': [
    { kind: 'quorum_agreed', to: ['proposers', 'delegation_heads'], when: hasQuorum, link: membersPage },
    { kind: 'enough_seconders', to: ['proposers'], when: (facts) => facts.flag('reached') },
    { kind: 'seconded', to: ['author'], optional: 'seconding' },
  ],
  'proposal.decline_to_second': [{ kind: 'second_declined', to: ['author'], optional: 'seconding' }],
  'proposal.invite_joint': [{ kind: 'joint_wanted', to: ['named'], link: jointPage, due: 'window' }],
  'proposal.join': [{ kind: 'joined', to: ['author'], optional: 'seconding' }],
  'proposal.leave': [{ kind: 'left', to: ['author', 'named'], optional: 'seconding' }],
  'proposal.take_over': [
    { kind: 'speaks_now', to: ['named'] },
    { kind: 'author_left', to: ['committee_secretary'], when: hasBeenSubmitted, link: reviewPage },
  ],
  'proposal.submit_for_check': [{ kind: 'check_wanted', to: ['delegation_heads'], link: checkPage }],
  'proposal.return_from_check': [{ kind: 'check_returned', to: ['proposers'] }],
  'proposal.decide_confidentiality': [
    { kind: 'confidentiality_granted', to: ['proposers'], when: (facts) => facts.flag('granted') },
    { kind: 'confidentiality_refused', to: ['proposers'], when: (facts) => !facts.flag('granted') },
  ],
  'proposal.enter_paper': [
    { kind: 'paper_entered', to: ['proposers'] },
    { kind: 'paper_agreed', to: ['named'], when: (facts) => facts.text('kind') === 'collective' },
    { kind: 'paper_seconded', to: ['named'] },
    { kind: 'received', to: ['committee_secretary'], link: reviewPage, due: 'decision' },
  ],
  'proposal.object_to_paper': [
    { kind: 'paper_objected', to: ['committee_secretary', 'committee_chair'], link: reviewPage },
  ],
  'proposal.suggest': [
    { kind: 'suggestion_received', to: ['actor', 'proposers'] },
    {
      kind: 'suggestion_to_assign',
      to: ['committee_secretary', 'committee_chair'],
      link: (facts) => `/cases/${facts.text('caseRef')}/assignment`,
    },
  ],
  'proposal.submit_suggestion': [
    { kind: 'submitted', to: ['actor', 'proposers'] },
    { kind: 'received', to: ['committee_secretary'], link: reviewPage, due: 'decision' },
  ],
  'proposal.carry_over': [{ kind: 'second_lapsed', to: ['named'], optional: 'seconding' }],
  'proposal.move_to_session': [{ kind: 'moved_to_session', to: ['proposers'] }],
  'proposal.submit': [
    { kind: 'submitted', to: ['actor', 'proposers'] },
    { kind: 'received', to: ['committee_secretary'], link: reviewPage, due: 'decision' },
  ],
  'proposal.pass_check': [
    { kind: 'submitted', to: ['proposers'] },
    { kind: 'received', to: ['committee_secretary'], link: reviewPage, due: 'decision' },
  ],
  'proposal.resubmit': [{ kind: 'received_again', to: ['committee_secretary'], link: reviewPage, due: 'decision' }],
  'proposal.return_for_completion': [{ kind: 'returned', to: ['proposers'], due: (facts) => facts.date('completeBy') }],
  'proposal.extend_completion': [
    { kind: 'completion_extended', to: ['proposers'], due: (facts) => facts.date('completeBy') },
  ],
  'proposal.review_as_it_was': [{ kind: 'reviewed_as_it_was', to: ['proposers'] }],
  'proposal.take_desk_over': [{ kind: 'taken_over', to: ['named'], link: reviewPage }],
  'proposal.ask_unit': [
    {
      kind: 'inquiry_wanted',
      to: ['part_officers', 'part_heads'],
      link: (facts) => `/inquiries/${facts.text('inquiryId')}`,
      due: (facts) => facts.date('dueOn'),
    },
  ],
  'proposal.answer_unit': [
    { kind: 'inquiry_answered', to: ['committee_secretary', 'committee_chair'], link: reviewPage },
  ],
  'proposal.file': [
    { kind: 'filed_leading', to: ['proposers'], when: leadsOthers },
    { kind: 'filed', to: ['proposers'] },
    { kind: 'seconded_filed', to: ['seconders'], optional: 'seconded' },
    DECIDED_ABOVE,
  ],
  'proposal.convert': [
    { kind: 'converted_leading', to: ['proposers'], when: leadsOthers },
    { kind: 'converted', to: ['proposers'] },
    { kind: 'seconded_converted', to: ['seconders'], optional: 'seconded' },
    DECIDED_ABOVE,
  ],
  'proposal.decline': [
    { kind: 'declined', to: ['proposers'], due: 'second_look' },
    { kind: 'seconded_declined', to: ['seconders'], optional: 'seconded' },
    DECIDED_ABOVE,
  ],
  'proposal.merge': [
    { kind: 'merged', to: ['proposers'] },
    { kind: 'seconded_merged', to: ['seconders'], optional: 'seconded' },
    DECIDED_ABOVE,
  ],
  'proposal.split': [
    { kind: 'split_in_part', to: ['proposers'], when: (facts) => facts.flag('inPart') },
    { kind: 'split', to: ['proposers'] },
    { kind: 'seconded_split', to: ['seconders'], optional: 'seconded' },
    DECIDED_ABOVE,
  ],
  'proposal.unmerge': [
    { kind: 'unmerged', to: ['proposers'] },
    { kind: 'unmerged', to: ['seconders'], optional: 'seconded' },
  ],
  'proposal.assign_readers': [
    { kind: 'reading_wanted', to: ['named'], link: opinionPage, due: (facts) => facts.date('reviewBy') },
  ],
  'proposal.vote': [{ kind: 'all_voted', to: ['deciders'], link: reviewPage, when: (facts) => facts.flag('complete') }],
  'proposal.refer': [
    { kind: 'referred', to: ['presidium'], link: reviewPage, due: (facts) => facts.date('reviewBy') },
    { kind: 'referred_told', to: ['proposers'] },
  ],
  'proposal.ask_second_look': [
    { kind: 'second_look', to: ['presidium'], link: reviewPage, due: (facts) => facts.date('reviewBy') },
    { kind: 'second_look_told', to: ['committee_secretary', 'committee_chair'], link: reviewPage },
    { kind: 'second_look_received', to: ['actor', 'proposers'] },
  ],
  'proposal.pass_up': [
    { kind: 'passed_up', to: ['proposers'] },
    { kind: 'passed_up', to: ['seconders'], optional: 'seconded' },
  ],
  'proposal.receive': [{ kind: 'received_from_below', to: ['committee_secretary'], link: reviewPage, due: 'decision' }],
  'proposal.come_back': [{ kind: 'came_back', to: ['proposers', 'committee_secretary', 'committee_chair'] }],
  'proposal.withdraw': [
    { kind: 'withdrawn', to: ['proposers'] },
    { kind: 'withdrawn', to: ['committee_secretary'], when: hasBeenSubmitted },
    { kind: 'withdrawn', to: ['seconders'], when: hasBeenSubmitted, optional: 'seconded' },
  ],
};
