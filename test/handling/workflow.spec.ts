import { describe, expect, it } from '@jest/globals';
import { ASSIGNMENT_STATUSES, assignmentWorkflow } from '../../src/handling/duty/assignment-workflow.js';
import { CASE_STATUSES, caseWorkflow } from '../../src/handling/case/case-workflow.js';
import { ActionNotAvailable, type Workflow } from '../../src/kernel/index.js';
import { CASE } from './case-drawing.js';

const ASSIGNMENT = `
to_sign         absorb         void
in_handling     absorb         void
return_pending  absorb         void
in_sign_off     absorb         void
done            absorb         void
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
