import type { Workflow } from '../../kernel/index.js';

export interface Described {
  readonly title: string;
  readonly about: string;
  readonly workflow: Workflow<string, string>;
  /** What the school calls a status or a step; null where the pages never name it. */
  readonly statusName: (status: string) => string | null;
  readonly actionName: (action: string) => string | null;
}

const HEAD = `# The workflows

Written by \`npm run cli -- workflows\` from the tables of steps in the code; a test fails when this page and the code differ.
Who may take a step is said in the policy of each room; what must be done before it, in its conditions.
`;

export function describeWorkflows(all: readonly Described[]): string {
  return [HEAD, ...all.map(describe)].join('\n');
}

function describe(described: Described): string {
  const { title, about } = described;
  return [`## ${title}\n`, `${about}\n`, diagram(described), table(described), ''].join('\n');
}

/** Steps that lead somewhere; several between the same two statuses share an arrow. */
function diagram({ workflow, statusName, actionName }: Described): string {
  const arrows = new Map<string, string[]>();
  for (const action of workflow.actions) {
    const { from, to } = workflow.steps[action]!;
    for (const one of to === 'stay' ? [] : from) {
      const arrow = `${one} --> ${to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), actionName(action) ?? action]);
    }
  }
  const states = workflow.statuses.map((status) => `  ${status}: ${named(status, statusName(status))}`);
  const starts = `  [*] --> ${workflow.statuses[0]}`;
  const moves = [...arrows].map(([arrow, names]) => `  ${arrow}: ${[...new Set(names)].join('、')}`);
  return ['```mermaid', 'stateDiagram-v2', ...states, starts, ...moves, '```', ''].join('\n');
}

function table({ workflow, actionName }: Described): string {
  const rows = workflow.actions.map((action) => {
    const { from, to } = workflow.steps[action]!;
    return `| ${action} | ${actionName(action) ?? ''} | ${from.join(', ')} | ${to === 'stay' ? '–' : to} |`;
  });
  return ['| Step | 中文 | From | To |', '|---|---|---|---|', ...rows].join('\n');
}

function named(status: string, name: string | null): string {
  return name === null ? status : `${name} (${status})`;
}
