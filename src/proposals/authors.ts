import { Injectable } from '@nestjs/common';
import { Directory } from '../organization/index.js';
import type { Proposal } from './proposal.entity.js';

/** As lists print whoever wrote a proposal. */
export interface Author {
  readonly name: string;
  readonly unit: string;
}

/** Whose proposals they are: the roster of the day of handing in is the truth; before it, that of today. */
@Injectable()
export class Authors {
  constructor(private readonly directory: Directory) {}

  /** By the id of the proposal; two queries for any number of them. */
  async of(proposals: readonly Proposal[]): Promise<ReadonlyMap<string, Author>> {
    const people = await this.directory.peopleById(proposals.map(({ authorId }) => authorId));
    const kept = proposals.flatMap(({ authorUnitId }) => authorUnitId ?? []);
    const units = await this.directory.unitsById(kept);
    return new Map(
      proposals.map(({ id, authorId, authorUnitId }) => {
        const { name, unit } = people.get(authorId)!;
        return [id, { name, unit: (authorUnitId && units.get(authorUnitId)?.name) || unit.name }];
      }),
    );
  }
}
