import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/index.js';
import type { HandlingCase } from './handling-case.entity.js';
import type { LinkButton } from './web/case-buttons.js';

/** What a part of the house adds to the page of a case: a template with its model, or nothing for this reader. */
export interface CaseSection {
  readonly template: string;
  readonly model: object;
  /** Buttons that stand with those of the case. */
  readonly doors: readonly LinkButton[];
}
export type SectionReader = (record: HandlingCase, actor: Actor) => Promise<CaseSection | null>;

/** Further sections of the case page, between the opinions and the timeline. */
@Injectable()
export class CaseSections {
  private readonly readers: SectionReader[] = [];

  add(reader: SectionReader): void {
    this.readers.push(reader);
  }

  async of(record: HandlingCase, actor: Actor): Promise<CaseSection[]> {
    const sections = await Promise.all(this.readers.map((reader) => reader(record, actor)));
    return sections.filter((section) => section !== null);
  }
}
