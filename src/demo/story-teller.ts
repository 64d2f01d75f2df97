import type { ShiftedClock } from '../kernel/index.js';

/** A story acts, then yields the moment at which it goes on. */
export type Story = AsyncGenerator<Date, void, void>;

interface Waiting {
  readonly story: Story;
  readonly next: Date;
  readonly order: number;
}

/**
 * Tells many stories in one order of time: whichever goes on first is next, with the clock set to its moment. So numbers, hashes and
 * mails come out as if everything had really happened one after the other.
 */
export class StoryTeller {
  private waiting: Waiting[] = [];
  private begun = 0;

  constructor(private readonly clock: ShiftedClock) {}

  async begin(story: Story): Promise<void> {
    await this.goOn(story, this.begun++);
  }

  /** Runs every story to its end, or to the first moment after `until`. */
  async tell(until: Date): Promise<void> {
    for (;;) {
      const next = this.waiting.toSorted(byMoment)[0];
      if (!next || next.next > until) return;
      this.waiting = this.waiting.filter((waiting) => waiting !== next);
      this.clock.moveTo(next.next);
      await this.goOn(next.story, next.order);
    }
  }

  private async goOn(story: Story, order: number): Promise<void> {
    const { value, done } = await story.next();
    if (!done) this.waiting.push({ story, next: value, order });
  }
}

function byMoment(a: Waiting, b: Waiting): number {
  return a.next.getTime() - b.next.getTime() || a.order - b.order;
}
