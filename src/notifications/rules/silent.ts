const LATER = 'not built yet: gets its rule together with its pages';
const PART_OF_A_CASE = 'recorded as a step of the case';

/** Steps that tell nobody, and why. Every step of every workflow is either here or in the table. */
export const SILENT: Readonly<Record<string, string>> = {
  'proposal.discard': 'nobody but the author has seen the draft',
  'proposal.cancel_invitation': 'the request disappears from the list of the invited',
  'proposal.take_up': 'the way on the page shows it; the decision is told',
  'proposal.check_out': 'it is shown on the page and leaves no event',
  'proposal.release_reader': 'it disappears from the list of the reader',
  'proposal.send_back': 'the proposal below comes back, and that is told',
  'proposal.recommend': 'the committee is preparing its decision',
  'proposal.prepare_decision': 'a draft of the committee, which changes nothing',
  'case.absorb': 'the merging of the proposal tells it',
  'proposal.deviate': 'the decision that follows is told; why it differs from the votes stays with the committee',
  'case.open': 'the decision on the proposal tells it',
  'case.sign_for_assisting': 'the lead unit sees it on the page and is told of the opinion',
  'case.log_contact': 'both sides were there',
  'case.mark_key': LATER,
  'case.recall_amendment': 'it disappears from the list of the head; nothing is left to do',
  'notice.edit': 'a draft',
  'notice.discard': 'a draft',
  'notice.recall': 'it disappears from the list of the next one; nothing is left to do',
  'notice.doubt': 'it stays with the reviewers, and the page shows the doubt',
  'notice.post_result': 'the publication of the reply tells it',
  'notice.revise': 'a draft',
  'notice.supersede': 'the publication of the new version tells it',
  'assignment.*': PART_OF_A_CASE,
  'reply.*': PART_OF_A_CASE,
};
