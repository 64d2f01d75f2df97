import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Cases, type HandlingCase } from '../handling/index.js';
import { Actors } from '../identity/index.js';
import type { Actor } from '../kernel/index.js';
import { type Proposal, Proposals } from '../proposals/index.js';
import type { DemoContent, ProposalContent } from './content.js';
import { Players } from './players.js';

const PROFESSOR_OF_CHEMISTRY = '2003095';
const LECTURER_OF_LANGUAGES = '2011075';
const EVER_WILLING = '2007024';

/** The services and people with which the stories are told. */
export class Stage {
  readonly players: Players;
  /** The demo account that is asked to second whatever is open. */
  readonly everWilling = EVER_WILLING;

  constructor(
    private readonly app: INestApplicationContext,
    content: DemoContent,
  ) {
    this.players = new Players(app.get(Actors), content.institution);
  }

  get<T>(service: abstract new (...args: never[]) => T): T {
    return this.app.get(service as never) as T;
  }

  /** A proposal as somebody reads it. */
  async proposal(ref: string, reader: string): Promise<Proposal> {
    return this.get(Proposals).find(ref, await this.players.actor(reader));
  }

  /** A case as somebody reads it. */
  case(ref: string, reader: Actor): Promise<HandlingCase> {
    return this.get(Cases).find(ref, reader, this.get(DataSource).manager);
  }

  /** The demo accounts of the delegates have something to do and to see. */
  wantedAuthor({ delegation, session, road }: ProposalContent): string | null {
    if (session !== '8-3' || ['declined', 'withdrawn', 'returned'].includes(road)) return null;
    return { 10: PROFESSOR_OF_CHEMISTRY, 8: LECTURER_OF_LANGUAGES }[delegation] ?? null;
  }
}
