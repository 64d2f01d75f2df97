import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { type Actor, Clock, NotFound, type Page, pageOf, type PageRequest } from '../kernel/index.js';
import { Notification } from './notification.entity.js';
import { StillWanted } from './still-wanted.js';

export class MessageNotFound extends NotFound {
  constructor() {
    super('message');
  }
}

/** What one person was told on the site. */
@Injectable()
export class Inbox {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly stillWanted: StillWanted,
  ) {}

  /** Unread ones first, then the newest first. */
  async list(actor: Actor, onlyUnread: boolean, request: PageRequest): Promise<Page<Notification>> {
    const [items, total] = await this.db.manager
      .createQueryBuilder(Notification, 'message')
      .where({ staffId: actor.staffId!, ...(onlyUnread && { readAt: IsNull() }) })
      .addSelect('message.read_at is null', 'unread')
      .orderBy('unread', 'DESC')
      .addOrderBy('message.at', 'DESC')
      .addOrderBy('message.id', 'DESC')
      .offset((request.number - 1) * request.size)
      .limit(request.size)
      .getManyAndCount();
    return pageOf(items, total, request);
  }

  unread(actor: Actor): Promise<number> {
    return this.db.manager.countBy(Notification, { staffId: actor.staffId!, readAt: IsNull() });
  }

  /** Opening a message reads it, as in every mailbox; nothing else changes. Answers with the page to show. */
  async open(id: string, actor: Actor): Promise<string> {
    const message = await this.db.manager.findOneBy(Notification, { id, staffId: actor.staffId! });
    if (!message) throw new MessageNotFound();
    await this.db.manager.update(Notification, { id, readAt: IsNull() }, { readAt: this.clock.now() });
    return (await this.stillWanted.isToDo(message)) ? message.link : matterOf(message.link);
  }

  async readAll(actor: Actor): Promise<void> {
    const unread = { staffId: actor.staffId!, readAt: IsNull() };
    await this.db.manager.update(Notification, unread, { readAt: this.clock.now() });
  }
}

/** `/cases/8-3-001` of `/cases/8-3-001/rating`: where somebody gets who comes after it was done. */
function matterOf(link: string): string {
  return link.split('/').slice(0, 3).join('/');
}
