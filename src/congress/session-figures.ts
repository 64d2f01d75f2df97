import { Injectable } from '@nestjs/common';
import type { Message } from '../kernel/index.js';
import type { CongressSession } from './congress-session.entity.js';

export interface SessionFigure {
  readonly number: string;
  readonly label: Message;
  readonly href?: string;
}

export type FigureSource = (session: CongressSession) => Promise<SessionFigure[]>;

/** The numbers on the page of a session: rooms above add what they know (proposals, replies). */
@Injectable()
export class SessionFigures {
  private readonly sources: FigureSource[] = [];

  add(source: FigureSource): void {
    this.sources.push(source);
  }

  async of(session: CongressSession): Promise<SessionFigure[]> {
    return (await Promise.all(this.sources.map((source) => source(session)))).flat();
  }
}
