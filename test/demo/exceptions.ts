const step = (subject: string, action: string, more = 'true') =>
  `select 1 from ledger_event where subject_type = '${subject}' and action = '${action}' and ${more}`;
const onProposal = (action: string, more?: string) => step('proposal', action, more);
const onCase = (action: string, more?: string) => step('case', action, more);
const caseWhere = (condition: string) => `select 1 from handling_case where ${condition}`;
const scanOf = (owner: string) => step(owner, 'add_attachment');
/** In one act: at one moment of the clock, or nearly. */
const together = (subject: string, action: string) => `
  select 1 from ledger_event first join ledger_event second using (subject_type, action)
  where subject_type = '${subject}' and action = '${action}' and first.subject_id <> second.subject_id
    and second.at between first.at and first.at + interval '5 seconds'`;

/** Every side road that issue 3 names, in its order, and the question whose answer shows it in the demo. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  'a collective proposal with the delegates present recorded': onProposal('record_presence'),
  'a check of the delegation that waits': "select 1 from proposal where status = 'delegation_check'",
  'a check that passed': onProposal('pass_check'),
  'a check that returned it with a reason': onProposal('return_from_check', "note <> ''"),
  'a joint proposer who joins': onProposal('join'),
  'a joint proposer who leaves': onProposal('leave'),
  'a declined invitation to second': onProposal('decline_to_second'),
  'a cancelled invitation to second': onProposal('cancel_invitation'),
  'a text changed after signatures, its seconders asked again': `
    select 1 from proposal join proposal_second on proposal_id = proposal.id
    where proposal.status = 'seconding' and proposal_second.status = 'seconded' and proposal_second.text_version < proposal.text_version`,
  'too late, handed in as a suggestion': onProposal('submit_suggestion'),
  'too late, carried to the next session': onProposal('move_to_session'),
  'filed between the sessions': caseWhere("ref like '8-3-b%'"),
  'withdrawn before the decision': onProposal('withdraw', "from_status = 'submitted'"),
  'a withdrawal that waits for the chair': 'select 1 from withdrawal_request where granted is null',
  'a withdrawal refused': onCase('refuse_withdrawal'),
  'a withdrawal granted after the assignment': caseWhere("status = 'withdrawn' and assigned_at is not null"),
  'a paper form': onProposal('enter_paper'),
  'the scan of a paper form': scanOf('paper_form'),
  'an objection to what was entered': onProposal('object_to_paper'),
  'an author who left, followed by a joint proposer': `
    select 1 from proposal join proposal_joint on proposal_id = proposal.id and staff_id = speaker_id`,
  'an author who left, followed by the head of the delegation': `
    select 1 from proposal where speaker_id is not null
      and not exists (select from proposal_joint where proposal_id = proposal.id and staff_id = speaker_id)`,
  'a delegate who moved to another unit and lost the seat': `
    ${step('congress', 'end_delegate')} and data->>'staffId' in (select subject_id::text from ledger_event where action = 'move')`,
  'a confidential proposal': onProposal('decide_confidentiality', "(data->>'granted')::boolean"),
  'confidential handling refused': onProposal('decide_confidentiality', "not (data->>'granted')::boolean"),
  'a hidden name': 'select 1 from case_origin where name_hidden',
  'pre-reading with a recommendation': onProposal('recommend'),
  'votes of members': onProposal('vote'),
  'a decision against the votes, with its reason': onProposal('deviate', "note <> ''"),
  'a unit asked for its opinion that has answered': onProposal('answer_unit'),
  'a unit asked for its opinion that has not': 'select 1 from review_inquiry where answer is null',
  'a tie that went to the presidium': onProposal('refer'),
  'drafts of decisions that wait for the meeting': 'select 1 from decision_draft',
  'decisions published together, numbered in the order of the sheet': `
    ${together('proposal', 'file')} and first.data->>'ref' > second.data->>'ref'`,
  'a merged proposal': "select 1 from proposal where status = 'merged'",
  'a merge that was undone': onProposal('unmerge'),
  'a proposal split into two cases': `
    select 1 from case_origin where part is not null group by origin_id having count(*) > 1`,
  'declined with an explanation': onProposal('decline', "note <> ''"),
  'a second look that is awaited': onProposal('ask_second_look').replace(
    'select 1 from ledger_event',
    "select 1 from ledger_event join proposal on proposal.id = subject_id and proposal.status = 'referred'",
  ),
  'a second look after which it stays declined': onProposal('decline', "from_status = 'referred'"),
  'returned for completion, with a clock':
    "select 1 from proposal where status = 'returned' and complete_by is not null",
  'more time for the completion': onProposal('extend_completion'),
  'handed in again after the completion': onProposal('resubmit'),
  'a desk taken over by a colleague': onProposal('take_desk_over'),
  'a desk at which somebody sits': 'select 1 from work_claim',
  'cases assigned in one go': together('case', 'assign'),
  'another unit asked for and added': onCase('add_unit'),
  'another unit asked for, not decided': onCase('ask_unit').replace(
    'select 1 from ledger_event',
    "select 1 from ledger_event join handling_case on handling_case.id = subject_id and handling_case.status = 'in_handling'",
  ),
  'a return that waits for the chair': caseWhere("status = 'return_pending'"),
  'a return refused': onCase('refuse_return'),
  'a return granted': onCase('grant_return'),
  'a duty given to another unit, the old one visible as void': onCase('reassign'),
  'several separate leads': "select 1 from assignment where part = 'separate' group by case_id having count(*) > 1",
  'a missing opinion overridden, its reason printed in the reply': `
    select 1 from assignment join handling_case on handling_case.id = case_id
    where override_reason is not null and handling_case.status = 'concluded'`,
  'an extension granted': onCase('grant_extension'),
  'an extension refused': onCase('refuse_extension'),
  'an extension that waits for the chair': `
    ${onCase('ask_extension')} and not exists (select from ledger_event answer
      where answer.subject_id = ledger_event.subject_id and answer.action in ('grant_extension', 'refuse_extension'))`,
  'a reply in several versions': 'select 1 from reply_version group by reply_id having count(*) > 2',
  'a reply returned by the head': onCase('return_reply', "role = 'unit_head'"),
  'a reply returned by the leader': onCase('return_reply', "role = 'leader'"),
  'a reply called back': onCase('recall_reply'),
  'a signature of a deputy': 'select 1 from reply_signature where mandate_id is not null',
  'templates of a unit': 'select 1 from reply_template where retired_at is null',
  'a reply that is typed but not sent': "select 1 from reply where status = 'draft' and text <> ''",
  'internal notes': 'select 1 from internal_note',
  'a unit renamed while cases are open': step('unit', 'change'),
  'a unit merged while cases are open': onCase('hand_over'),
  'an officer who moved and lost the role': step('staff', 'end_role', "data->>'role' = 'unit_officer'"),
  'ratings of joint proposers that differ':
    'select 1 from rating group by case_id, round having count(distinct result) > 1',
  'a rating on paper': onCase('rate_on_paper'),
  'the scan of a rating': scanOf('rating'),
  'no answer': caseWhere("final_rating = 'no_answer'"),
  'a second handling that runs': caseWhere("round = 2 and status = 'in_handling'"),
  'the mandatory meeting of the head': 'select 1 from contact where head_present',
  'the last round before the presidium': onCase('refer_to_presidium'),
  'a final handling': onCase('order_final_handling'),
  'the last round before the leader': onCase('refer_to_leader'),
  'concluded, dissatisfied': caseWhere("status = 'concluded' and final_rating = 'dissatisfied'"),
  'a promise reported on': onCase('report_progress'),
  'the evidence of a report': scanOf('dossier_paper'),
  'a slipped date': onCase('slip_promise', "note <> ''"),
  'a promise confirmed': onCase('confirm_implemented'),
  'a promise reclassified': onCase('reclassify'),
  'a promise carried across sessions': onCase('carry').replace(
    'select 1 from ledger_event',
    "select 1 from ledger_event join handling_case on handling_case.id = subject_id and handling_case.status = 'follow_up'",
  ),
  'an amended reply': onCase('amend_reply'),
  'a key proposal': onCase('mark_key'),
  'its plan': onCase('plan_key'),
  'a milestone reached': onCase('reach_milestone'),
  'the minutes of a meeting': onCase('keep_minutes'),
  'an instruction of the leader': onCase('instruct'),
  'a special report': onCase('report_specially'),
  'a supervision notice': onCase('supervise', "(data->>'level')::int = 1"),
  'a notice of the next level': onCase('supervise', "(data->>'level')::int = 2"),
  'a notice of the last level, to the leader in charge': onCase('supervise', "(data->>'level')::int = 3"),
  'a notice that nobody answered, raised': "select 1 from supervision_notice where status = 'raised'",
  'an answer to a notice that was accepted': onCase('accept_answer'),
  'an answer to a notice that was refused': onCase('refuse_answer'),
  'proposals nominated for an award': step('award', 'nominate'),
  'scores of members': step('award', 'score'),
  'an award for a proposal': 'select 1 from award_winner where proposal_id is not null',
  'an award for a unit': 'select 1 from award_winner where unit_id is not null',
  'an archived session': "select 1 from congress_session where status = 'archived'",
  'unfinished cases carried on': 'select 1 from handling_case where carried_to is not null',
  'a congress of a faculty': "select 1 from congress where code = 'yx'",
  'a matter passed upward': "select 1 from proposal where status = 'passed_up'",
  'a matter sent back from above': onProposal('come_back'),
  'a small school in light mode': 'select 1 from congress where light',
  'a suggestion of the light mode, answered': caseWhere(
    "kind = 'suggestion' and ref like 'fzx-%' and status = 'concluded'",
  ),
  'a suggestion of the light mode that waits': caseWhere(
    "kind = 'suggestion' and ref like 'fzx-%' and status = 'open'",
  ),
  'a suggestion of the university, answered': caseWhere(
    "kind = 'suggestion' and ref like '8-2-j%' and status = 'concluded'",
  ),
};
