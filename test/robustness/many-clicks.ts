import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { tableCounts } from '../support/table-sums.js';
import { type Answer, directEachPost, type Posted } from './each-post.js';
import { KindsOfSteps, nameOf } from './kinds-of-steps.js';
import { NOISE } from './noise.js';

/** What one step left behind: rows that were added, by table. */
export interface Effect {
  /** The number of the step on its journey, and its address without ids. */
  readonly step: string;
  readonly statuses: readonly number[];
  readonly added: Readonly<Record<string, number>>;
}

/** Every step of a new kind on whatever journey is walked is sent so many times at the same moment; kept is what that added to the tables. */
export class ManyClicks {
  effects: Effect[] = [];
  readonly routes = new Set<string>();
  private readonly kinds = new KindsOfSteps();
  private db: DataSource | null = null;
  private steps = 0;

  constructor(private readonly times: number) {}

  readonly prepare = (fastify: FastifyInstance): void =>
    directEachPost(fastify, async (posted) => {
      this.routes.add(posted.route);
      this.steps += 1;
      return this.db && (await this.kinds.isNew(posted, this.db)) ? this.click(posted, this.db) : null;
    });

  /** The next journey. */
  begin(db: DataSource): void {
    this.db = db;
    this.effects = [];
    this.steps = 0;
  }

  private async click({ url, send }: Posted, db: DataSource): Promise<Answer> {
    const before = await tableCounts(db, NOISE);
    const answers = await Promise.all(Array.from({ length: this.times }, send));
    const after = await tableCounts(db, NOISE);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    this.effects.push({
      step: `${this.steps}. ${nameOf(url)}`,
      statuses: answers.map(({ statusCode }) => statusCode),
      added: Object.fromEntries(changed.map((table) => [table, after[table]! - before[table]!])),
    });
    return answers.find(({ statusCode }) => statusCode === 303) ?? answers[0]!;
  }
}
