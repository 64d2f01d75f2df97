import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { ConnectionCut } from './cut-connection.js';
import { type Answer, directEachPost, type Posted } from './each-post.js';
import { tableStamps } from '../support/table-sums.js';
import { KindsOfSteps, nameOf } from './kinds-of-steps.js';
import { NOISE } from './noise.js';

export interface Rehearsed {
  readonly step: string;
  /** How many writes it was cut before, one after the other. */
  readonly cuts: number;
  /** What was not as before after a cut; none when the step leaves nothing half done. */
  readonly faults: readonly string[];
}

/** What was typed is kept before anything else is tried, and that its writer is at work: both may be there although the step did not happen. */
const KEPT_FIRST = { step: /^\/cases\/[^/]+\/(reply|amendment)$/, tables: ['reply', 'work_claim'] };

/**
 * Every step of a new kind on whatever journey is walked is first tried with the connection cut before its first write, its second, and so on, and each
 * time the tables are compared with those before. Only then it happens, and the journey goes on.
 */
export class CrashRehearsal {
  rehearsed: Rehearsed[] = [];
  private readonly kinds = new KindsOfSteps();
  private stage: { readonly db: DataSource; readonly cut: ConnectionCut } | null = null;

  readonly prepare = (fastify: FastifyInstance): void =>
    directEachPost(fastify, async (posted) =>
      this.stage && (await this.kinds.isNew(posted, this.stage.db))
        ? this.rehearse(posted, this.stage.db, this.stage.cut)
        : null,
    );

  /** The next journey. */
  begin(db: DataSource): void {
    this.rehearsed = [];
    if (this.stage?.db !== db) this.stage = { db, cut: ConnectionCut.of(db) };
  }

  private async rehearse({ url, send }: Posted, db: DataSource, cut: ConnectionCut): Promise<Answer> {
    const faults: string[] = [];
    const before = await tableStamps(db, NOISE);
    for (let n = 1; ; n++) {
      cut.beforeWrite(n);
      const answer = await send();
      cut.never();
      if (cut.cutBefore === null) {
        this.rehearsed.push({ step: nameOf(url), cuts: n - 1, faults });
        return answer;
      }
      const place = `${url}, cut before write ${n} (${cut.cutBefore.slice(0, 60)})`;
      const after = await tableStamps(db, NOISE);
      const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
      const wrong = changed.filter((table) => !(KEPT_FIRST.step.test(url) && KEPT_FIRST.tables.includes(table)));
      if (wrong.length > 0) faults.push(`${place} left changes in ${wrong.join(', ')}`);
      if (answer.statusCode !== 503) faults.push(`${place} was answered with ${answer.statusCode}`);
    }
  }
}
