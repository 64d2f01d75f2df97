import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Actor, Clock, newId, type Transaction } from '../kernel/index.js';
import { Ledger } from '../ledger/index.js';
import { Settings } from '../config/index.js';
import type { Upload } from '../web/index.js';
import { Attachment, MOST_ATTACHMENTS, type Owner } from './attachment.entity.js';
import { AttachmentNotFound, FileRefused, TooManyAttachments } from './attachment.errors.js';
import { problemWith } from './content-check.js';
import { extensionOf } from './file-kinds.js';
import { tidyFileName } from './file-name.js';
import { FileStorage } from './file-storage.js';
import { fingerprintOfFile } from './file-fingerprint.js';
import { readFiles, type SentFiles } from './sent-files.js';

/** Who adds or removes, in which role, and (for parts of a case) on whose timeline the event stands. */
export interface FileAct {
  readonly by: Actor;
  readonly role?: string | null;
  readonly subject?: { readonly type: string; readonly id: string };
}

export interface NewAttachment extends Owner, FileAct {
  readonly upload: Upload;
}

/** The files of every room's records. The content goes into the storage first, then the row: a row never points to nothing. */
@Injectable()
export class Attachments {
  constructor(
    private readonly db: DataSource,
    private readonly storage: FileStorage,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Reads the file field of a posted form; see `SentFiles`. */
  read(body: unknown, field?: string): Promise<SentFiles> {
    return readFiles(body, this.settings.uploadMegabytes, field);
  }

  /** Does what the file field asked for: removes what was ticked, adds what came. */
  async apply(tx: Transaction, owner: Owner, files: SentFiles, act: FileAct): Promise<void> {
    for (const id of files.removals) await this.remove(tx, owner, id, act);
    for (const upload of files.uploads) await this.add(tx, { ...owner, upload, ...act });
  }

  async add(tx: Transaction, { upload, ownerType, ownerId, ...act }: NewAttachment): Promise<Attachment> {
    const owner = { ownerType, ownerId };
    const problem = await problemWith(upload, this.settings.uploadMegabytes);
    if (problem) throw new FileRefused(problem);
    const sha256 = await fingerprintOfFile(upload.path);
    await lockContent('shared', sha256, tx);
    await this.storage.put(sha256, upload.path);
    const name = tidyFileName(upload.name);
    return this.insert(tx, owner, { name, type: extensionOf(name), bytes: upload.bytes, sha256 }, act);
  }

  /** Gives another record the same files (a new version of a notice); the contents are not copied. */
  async copy(tx: Transaction, from: Owner, to: Owner, act: FileAct): Promise<void> {
    for (const { name, type, bytes, sha256 } of await this.of(from.ownerType, [from.ownerId], tx))
      await this.insert(tx, to, { name, type, bytes, sha256 }, act);
  }

  /** The content stays until `removeOrphans`: another record may have the same file, and the transaction may fail. */
  async remove(tx: Transaction, owner: Owner, attachmentId: string, act: FileAct): Promise<void> {
    const attachment = await tx.findOneBy(Attachment, { id: attachmentId, ...owner });
    if (!attachment) return;
    await tx.delete(Attachment, { id: attachment.id });
    await this.record('remove_attachment', attachment, act, tx);
  }

  /** The files of some records of one type, in their order; one query. */
  of(ownerType: string, ownerIds: readonly string[], tx: Transaction = this.db.manager): Promise<Attachment[]> {
    if (ownerIds.length === 0) return Promise.resolve([]);
    return tx.find(Attachment, {
      where: { ownerType, ownerId: In([...ownerIds]) },
      order: { ownerId: 'ASC', position: 'ASC' },
    });
  }

  async find(id: string): Promise<Attachment> {
    const attachment = await this.db.manager.findOneBy(Attachment, { id });
    if (!attachment) throw new AttachmentNotFound();
    return attachment;
  }

  /** Deletes contents to which no row points any more (removed files, failed transactions). Answers with their number. */
  async removeOrphans(): Promise<number> {
    let removed = 0;
    for await (const sha256 of this.storage.list()) if (await this.removeIfOrphan(sha256)) removed += 1;
    return removed;
  }

  /** Waits for every `add` of the same content that has not committed yet. */
  private removeIfOrphan(sha256: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await lockContent('alone', sha256, tx);
      if (await tx.existsBy(Attachment, { sha256 })) return false;
      await this.storage.remove(sha256);
      return true;
    });
  }

  private async insert(
    tx: Transaction,
    owner: Owner,
    content: Pick<Attachment, 'name' | 'type' | 'bytes' | 'sha256'>,
    act: FileAct,
  ): Promise<Attachment> {
    const attachment: Attachment = Object.assign(new Attachment(), {
      id: newId(),
      ...owner,
      ...content,
      position: await this.freePlace(owner, tx),
      addedBy: act.by.staffId,
      addedByName: act.by.name,
      addedAt: this.clock.now(),
    });
    await tx.insert(Attachment, attachment);
    await this.record('add_attachment', attachment, act, tx);
    return attachment;
  }

  private async freePlace({ ownerType, ownerId }: Owner, tx: Transaction): Promise<number> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`attachments:${ownerType}:${ownerId}`]);
    const taken = (await this.of(ownerType, [ownerId], tx)).map(({ position }) => position);
    if (taken.length >= MOST_ATTACHMENTS) throw new TooManyAttachments();
    const next = (taken.at(-1) ?? 0) + 1;
    return next <= MOST_ATTACHMENTS ? next : firstGap(taken);
  }

  private async record(action: string, attachment: Attachment, act: FileAct, tx: Transaction): Promise<void> {
    const { id, ownerType, ownerId, name, sha256, bytes } = attachment;
    await this.ledger.record(
      {
        subjectType: act.subject?.type ?? ownerType,
        subjectId: act.subject?.id ?? ownerId,
        action,
        actorId: act.by.staffId,
        actorName: act.by.name,
        role: act.role ?? null,
        at: this.clock.now(),
        data: { attachmentId: id, ownerType, ownerId, name, sha256, bytes },
      },
      tx,
    );
  }
}

const LOCK = { shared: 'pg_advisory_xact_lock_shared', alone: 'pg_advisory_xact_lock' } as const;

/** Many may add the same content at once; whoever deletes it must be alone. */
async function lockContent(how: keyof typeof LOCK, sha256: string, tx: Transaction): Promise<void> {
  await tx.query(`select ${LOCK[how]}(hashtextextended($1, 0))`, [`content:${sha256}`]);
}

function firstGap(taken: readonly number[]): number {
  let place = 1;
  while (taken.includes(place)) place += 1;
  return place;
}
