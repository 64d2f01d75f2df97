import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Attachments, type SentFiles } from '../files/index.js';
import { type Actor, Clock, newId, type Transaction } from '../kernel/index.js';
import { Notice } from './notice.entity.js';
import { NotYourUnit, RevisionUnderWay } from './notice.errors.js';
import { NoticeSteps } from './notice-steps.js';
import type { NoticeText } from './notice-text.js';
import { NoticesRepository } from './notices.repository.js';

/** A text, and when its writer last saw what is kept. */
export interface Writing {
  readonly text: NoticeText;
  readonly seenAt: Date | null;
}

const NO_FILES: SentFiles = { uploads: [], removals: [], error: null };

/** Writing: the draft, and the draft of a new version. */
@Injectable()
export class NoticeDrafts {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly steps: NoticeSteps,
    private readonly notices: NoticesRepository,
    private readonly attachments: Attachments,
  ) {}

  /** Begins the draft with this id or goes on with it (a second submit of the same form changes nothing more). */
  save(id: string, { text, seenAt }: Writing, actor: Actor, files: SentFiles = NO_FILES): Promise<Notice> {
    return this.write(id, text, actor, async (tx) => {
      const notice = await this.steps.take('edit', id, actor, (one, act) => one.edit(text, act, seenAt), tx);
      await this.attachments.apply(tx, ownerOf(id), files, { by: actor, role: 'publisher' });
      return notice;
    });
  }

  /** Keeps what is being typed. It leaves no event: what counts is what is saved on purpose. */
  autosave(id: string, { text, seenAt }: Writing, actor: Actor): Promise<Notice> {
    return this.write(id, text, actor, async (tx) => {
      const notice = await this.notices.lock(id, actor, tx);
      notice.edit(text, this.steps.authorized('edit', notice, actor), seenAt);
      return tx.save(notice);
    });
  }

  /** A new version of a published notice: a draft with the same text and files. */
  revise(id: string, actor: Actor): Promise<Notice> {
    return this.db.transaction(async (tx) => {
      const old = await this.notices.lock(id, actor, tx);
      const act = this.steps.authorized('revise', old, actor);
      const revisionId = newId();
      await this.steps.keep(old, old.revise(revisionId, act), tx);
      if (await this.notices.hasSuccessor(id, tx)) throw new RevisionUnderWay();
      const { notice, event } = Notice.draft(revisionId, old.text, act, { replacesId: id });
      await this.steps.keep(notice, event, tx);
      await this.attachments.copy(tx, ownerOf(id), ownerOf(revisionId), { by: actor, role: act.role });
      return notice;
    });
  }

  /** In one transaction: begins the draft when there is none, then writes. The lock orders two first submits of one form. */
  private write(id: string, text: NoticeText, actor: Actor, write: (tx: Transaction) => Promise<Notice>) {
    if (!actor.is('publisher', text.unitId)) throw new NotYourUnit();
    return this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
      if (!(await tx.existsBy(Notice, { id }))) await this.begin(id, text, actor, tx);
      return write(tx);
    });
  }

  private async begin(id: string, text: NoticeText, actor: Actor, tx: Transaction): Promise<void> {
    const { notice, event } = Notice.draft(id, text, { by: actor, role: 'publisher', at: this.clock.now() });
    await this.steps.keep(notice, event, tx);
  }
}

const ownerOf = (ownerId: string) => ({ ownerType: 'notice', ownerId });
