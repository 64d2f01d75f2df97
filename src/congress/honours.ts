import { Injectable } from '@nestjs/common';
import type { Actor, Message } from '../kernel/index.js';

/** Something that was awarded, as other pages mention it. */
export interface Honour {
  readonly text: Message;
  readonly href: string;
}

export type Honoured = 'proposal' | 'unit';
export type HonourSource = (kind: Honoured, id: string, reader: Actor) => Promise<readonly Honour[]>;

/** What a proposal or a unit was awarded, for their pages: told by the room of the awards, printed by those below it. */
@Injectable()
export class Honours {
  private readonly sources: HonourSource[] = [];

  add(source: HonourSource): void {
    this.sources.push(source);
  }

  async of(kind: Honoured, id: string, reader: Actor): Promise<Honour[]> {
    return (await Promise.all(this.sources.map((source) => source(kind, id, reader)))).flat();
  }
}
