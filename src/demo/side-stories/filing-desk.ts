import { newId } from '../../kernel/index.js';
import { Review, Seconding, Writing } from '../../proposals/index.js';
import type { ProposalContent } from '../content.js';
import { demoId } from '../demo-id.js';
import type { Pace } from '../pace.js';
import { textOf } from '../proposal-text.js';
import type { Stage } from '../stage.js';

type Steps<T> = AsyncGenerator<Date, T, void>;

/** The first half of most side stories, in short: one author, two seconders. */
export class FilingDesk {
  readonly ref: string;

  constructor(
    private readonly stage: Stage,
    private readonly content: ProposalContent,
    readonly author: string,
    readonly pace: Pace,
  ) {
    this.ref = demoId(`proposal:${content.key}`);
  }

  async *written(more: { readonly collective?: boolean; readonly sessionId?: string } = {}): Steps<void> {
    yield this.pace.after(0);
    const origin = { page: newId(), version: 0, ...more };
    await this.stage.get(Writing).save(this.ref, textOf(this.content), origin, await this.actor());
  }

  /** Answers with the serial number, or with the id where the delegation checks it first. */
  async *handedIn(seconders: readonly string[], more: { readonly sessionId?: string } = {}): Steps<string> {
    yield* this.written(more);
    await this.stage.get(Seconding).start(this.ref, await this.actor());
    for (const number of seconders) {
      yield this.pace.after(0);
      await this.stage.get(Seconding).invite(this.ref, demoId(`staff:${number}`), await this.actor());
      await this.stage.get(Seconding).second(this.ref, '', await this.stage.players.actor(number));
    }
    yield this.pace.after(1);
    const { serial } = await this.stage.get(Seconding).submit(this.ref, await this.actor());
    return serial ?? this.ref;
  }

  async *underReview(seconders: readonly string[], on: string): Steps<string> {
    const serial = yield* this.handedIn(seconders);
    yield this.pace.on(on);
    await this.stage.get(Review).takeUp(serial, await this.stage.players.secretary());
    return serial;
  }

  private actor() {
    return this.stage.players.actor(this.author);
  }
}
