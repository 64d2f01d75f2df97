import { ActionNotAvailable } from './domain-error.js';

export interface Step<Status extends string> {
  readonly from: readonly Status[];
  /** Where the step leads; `stay` for steps that leave the status as it is. */
  readonly to: Status | 'stay';
}

export type Steps<Status extends string> = Readonly<Record<string, Step<Status>>>;

/** A table of steps, asked by guards, buttons, tests and diagrams alike. */
export class Workflow<Status extends string, Action extends string> {
  constructor(
    readonly name: string,
    readonly statuses: readonly Status[],
    readonly steps: Readonly<Record<Action, Step<Status>>>,
  ) {}

  get actions(): Action[] {
    return Object.keys(this.steps) as Action[];
  }

  isAvailable(action: Action, status: Status): boolean {
    return this.steps[action].from.includes(status);
  }

  statusAfter(action: Action, status: Status): Status {
    if (!this.isAvailable(action, status)) throw new ActionNotAvailable(`${this.name}.${action}`, status);
    const { to } = this.steps[action];
    return to === 'stay' ? status : to;
  }

  availableFrom(status: Status): Action[] {
    return this.actions.filter((action) => this.isAvailable(action, status));
  }
}
