import { describe, expect, it } from '@jest/globals';
import { ASSIGNMENT_STATUSES, assignmentWorkflow } from '../../src/handling/assignment-workflow.js';
import { CASE_STATUSES, caseWorkflow } from '../../src/handling/case-workflow.js';
import { ActionNotAvailable, type Workflow } from '../../src/kernel/index.js';

/** The whole drawing a second time: from, step, to. */
const CASE = `
assigned        answer_supervision        assigned
assigned        accept_answer             assigned
assigned        refuse_answer             assigned
in_handling     answer_supervision        in_handling
in_handling     accept_answer             in_handling
in_handling     refuse_answer             in_handling
return_pending  answer_supervision        return_pending
return_pending  accept_answer             return_pending
return_pending  refuse_answer             return_pending
in_sign_off     answer_supervision        in_sign_off
in_sign_off     accept_answer             in_sign_off
in_sign_off     refuse_answer             in_sign_off
replied         answer_supervision        replied
replied         accept_answer             replied
replied         refuse_answer             replied
rated           answer_supervision        rated
rated           accept_answer             rated
rated           refuse_answer             rated
referred        answer_supervision        referred
referred        accept_answer             referred
referred        refuse_answer             referred
follow_up       answer_supervision        follow_up
follow_up       accept_answer             follow_up
follow_up       refuse_answer             follow_up
concluded       answer_supervision        concluded
concluded       accept_answer             concluded
concluded       refuse_answer             concluded
open            add_origin                open
open            remove_origin             open
open            absorb                    withdrawn
assigned        ask_return_part           assigned
assigned        refuse_return_part        assigned
assigned        grant_return_part         assigned
assigned        reassign_assisting        assigned
assigned        reassign_part             assigned
assigned        ask_unit                  assigned
assigned        refuse_unit               assigned
in_handling     ask_return_part           in_handling
in_handling     refuse_return_part        in_handling
in_handling     grant_return_part         in_handling
in_handling     reassign_assisting        in_handling
in_handling     reassign_part             in_handling
in_handling     ask_unit                  in_handling
in_handling     refuse_unit               in_handling
in_handling     sign_for_part             in_handling
in_handling     submit_part               in_handling
in_handling     sign_part                 in_handling
in_handling     recall_part               in_handling
in_handling     return_part               in_handling
in_handling     issue_part                in_handling
in_handling     complete_parts            replied
assigned        hand_over                 assigned
in_handling     hand_over                 in_handling
return_pending  hand_over                 return_pending
in_sign_off     hand_over                 in_sign_off
replied         hand_over                 replied
rated           hand_over                 rated
follow_up       hand_over                 follow_up
open            assign                    assigned
open            mark_key                  open
open            withdraw                  withdrawn
assigned        remove_origin             assigned
open            carry                     open
assigned        sign_for                  in_handling
assigned        sign_for_assisting        assigned
assigned        ask_return                return_pending
assigned        ask_return_assisting      assigned
assigned        refuse_return_assisting   assigned
assigned        grant_return_assisting    assigned
assigned        reassign                  assigned
assigned        add_unit                  assigned
assigned        give_opinion              assigned
assigned        ask_extension             assigned
assigned        grant_extension           assigned
assigned        refuse_extension          assigned
assigned        supervise                 assigned
assigned        mark_key                  assigned
assigned        withdraw                  withdrawn
in_handling     remove_origin             in_handling
assigned        carry                     assigned
in_handling     sign_for_assisting        in_handling
in_handling     ask_return                return_pending
in_handling     ask_return_assisting      in_handling
in_handling     refuse_return_assisting   in_handling
in_handling     grant_return_assisting    in_handling
in_handling     reassign                  assigned
in_handling     add_unit                  in_handling
in_handling     log_contact               in_handling
in_handling     give_opinion              in_handling
in_handling     override_opinion          in_handling
in_handling     ask_extension             in_handling
in_handling     grant_extension           in_handling
in_handling     refuse_extension          in_handling
in_handling     submit_reply              in_sign_off
in_handling     supervise                 in_handling
in_handling     mark_key                  in_handling
in_handling     withdraw                  withdrawn
in_handling     carry                     in_handling
return_pending  refuse_return             in_handling
return_pending  grant_return              assigned
return_pending  carry                     return_pending
in_sign_off     sign_reply                in_sign_off
in_sign_off     recall_reply              in_handling
in_sign_off     return_reply              in_handling
in_sign_off     issue_reply               replied
in_sign_off     supervise                 in_sign_off
in_sign_off     mark_key                  in_sign_off
in_sign_off     carry                     in_sign_off
assigned        ask_withdrawal            assigned
assigned        refuse_withdrawal         assigned
in_handling     ask_withdrawal            in_handling
in_handling     refuse_withdrawal         in_handling
return_pending  ask_withdrawal            return_pending
return_pending  refuse_withdrawal         return_pending
return_pending  withdraw                  withdrawn
in_sign_off     ask_withdrawal            in_sign_off
in_sign_off     refuse_withdrawal         in_sign_off
in_sign_off     withdraw                  withdrawn
return_pending  remove_origin             return_pending
in_sign_off     remove_origin             in_sign_off
replied         rate                      replied
replied         rate_on_paper             replied
replied         conclude                  concluded
replied         start_follow_up           follow_up
replied         find_dissatisfied         rated
replied         mark_key                  replied
replied         amend_reply               replied
replied         publish                   replied
replied         carry                     replied
rated           refer_to_presidium        referred
rated           refer_to_leader           referred
rated           start_follow_up           follow_up
rated           order_second_handling     in_handling
rated           conclude_with_explanation concluded
rated           amend_reply               rated
rated           publish                   rated
rated           carry                     rated
referred        hand_over                 referred
referred        carry                     referred
referred        start_follow_up           follow_up
referred        order_final_handling      in_handling
referred        conclude_with_explanation concluded
referred        amend_reply               referred
referred        publish                   referred
follow_up       report_progress           follow_up
follow_up       slip_promise              follow_up
follow_up       confirm_implemented       concluded
follow_up       reclassify                concluded
follow_up       supervise                 follow_up
follow_up       mark_key                  follow_up
follow_up       amend_reply               follow_up
follow_up       publish                   follow_up
follow_up       carry                     follow_up
concluded       amend_reply               concluded
concluded       publish                   concluded`;

const ASSIGNMENT = `
to_sign         ask_extension  to_sign
in_handling     ask_extension  in_handling
to_sign         ask_unit       to_sign
in_handling     ask_unit       in_handling
in_handling     log_contact    in_handling
in_handling     submit         in_sign_off
in_sign_off     take_up_again  in_handling
in_sign_off     finish         done
to_sign         sign_for       in_handling
to_sign         ask_return     return_pending
to_sign         take_back      void
in_handling     ask_return     return_pending
in_handling     give_opinion   done
in_handling     take_back      void
return_pending  refuse_return  in_handling
return_pending  grant_return   void
done            reopen         in_handling`;

describe.each([
  ['a case', caseWorkflow, CASE, CASE_STATUSES],
  ['an assignment', assignmentWorkflow, ASSIGNMENT, ASSIGNMENT_STATUSES],
] as [string, Workflow<string, string>, string, readonly string[]][])(
  'the steps of %s',
  (_, workflow, drawing, statuses) => {
    const lines = drawing
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/) as [string, string, string]);
    const drawn = new Map(lines.map(([from, action, to]) => [`${from} ${action}`, to]));

    it.each(lines)('from %s: %s leads to %s', (from, action, to) => {
      expect(workflow.statusAfter(action, from)).toBe(to);
    });

    it('are these and no others', () => {
      const refused = statuses.flatMap((status) =>
        workflow.actions
          .filter((action) => !drawn.has(`${status} ${action}`))
          .map((action) => [action, status] as const),
      );
      expect(refused.length).toBeGreaterThan(drawn.size);
      for (const [action, status] of refused)
        expect(() => workflow.statusAfter(action, status)).toThrow(ActionNotAvailable);
    });
  },
);
