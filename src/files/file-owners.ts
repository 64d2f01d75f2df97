import { Injectable } from '@nestjs/common';
import type { Actor } from '../kernel/index.js';
import type { Owner } from './attachment.entity.js';

/** Whether the actor may read the record with this id. May throw an error of its own (a withdrawn record is gone). */
export type MayReadOwner = (ownerId: string, actor: Actor) => Promise<boolean>;

/** Each room tells here who may read its records; a file is as visible as its owner, asked on every download. */
@Injectable()
export class FileOwners {
  private readonly rules = new Map<string, MayReadOwner>();

  register(ownerType: string, mayRead: MayReadOwner): void {
    if (this.rules.has(ownerType)) throw new Error(`owner type "${ownerType}" is registered twice`);
    this.rules.set(ownerType, mayRead);
  }

  async mayRead({ ownerType, ownerId }: Owner, actor: Actor): Promise<boolean> {
    return (await this.rules.get(ownerType)?.(ownerId, actor)) ?? false;
  }
}
