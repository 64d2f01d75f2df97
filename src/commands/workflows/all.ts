import fs from 'node:fs';
import path from 'node:path';
import { awardWorkflow } from '../../awards/index.js';
import { SESSION_WORKFLOW } from '../../congress/index.js';
import { noticeWorkflow } from '../../disclosure/index.js';
import { assignmentWorkflow, caseWorkflow, replyWorkflow, supervisionWorkflow } from '../../handling/index.js';
import type { Workflow } from '../../kernel/index.js';
import { proposalWorkflow } from '../../proposals/index.js';
import type { Described } from './describe.js';

type Names = Readonly<Record<string, string | undefined>>;

interface Catalogues {
  readonly proposals: { readonly status: Names; readonly event: Names };
  readonly handling: { readonly status: Names; readonly event: Names; readonly assignmentStatus: Names };
  readonly congress: { readonly status: Names };
  readonly disclosure: { readonly status: Names; readonly event: Names };
  readonly supervision: { readonly status: Names };
  readonly awards: { readonly status: Names; readonly event: Names };
}

/** Every workflow with the names that the pages use. */
export function allWorkflows(root: string): Described[] {
  const { proposals, handling, congress, disclosure, supervision, awards } = readCatalogues(root);
  return [
    described('Proposal 提案', 'What a delegate wrote, from the draft to the decision.', proposalWorkflow, proposals),
    described('Case 案', 'What is handled and answered.', caseWorkflow, handling),
    described('Assignment 交办', 'One unit’s duty in a case.', assignmentWorkflow, {
      status: handling.assignmentStatus,
      event: {},
    }),
    described('Reply 答复', 'A letter on its way through its signatures.', replyWorkflow, { status: {}, event: {} }),
    described('Supervision notice 督办单', 'One unit is urged to act, and answers in writing.', supervisionWorkflow, {
      status: supervision.status,
      event: {},
    }),
    described('Session 会议', 'One meeting of the congress, from its preparation to the archive.', SESSION_WORKFLOW, {
      status: congress.status,
      event: { open: '会议开始', close: '闭会', archive: '归档' },
    }),
    described('Notice 公开内容', 'What the school publishes, from the draft to its end.', noticeWorkflow, disclosure),
    described('Awards 评优', 'The best proposals and handling units of a session.', awardWorkflow, awards),
  ];
}

function described<S extends string, A extends string>(
  title: string,
  about: string,
  workflow: Workflow<S, A>,
  { status, event }: { status: Names; event: Names },
): Described {
  return {
    title,
    about,
    workflow: workflow as unknown as Workflow<string, string>,
    statusName: (name) => status[name] ?? null,
    actionName: (name) => event[name] ?? null,
  };
}

function readCatalogues(root: string): Catalogues {
  const read = (name: string) => JSON.parse(fs.readFileSync(path.join(root, 'locales/zh', `${name}.json`), 'utf8'));
  const names = ['proposals', 'handling', 'congress', 'disclosure', 'supervision', 'awards'];
  return Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as Catalogues;
}
