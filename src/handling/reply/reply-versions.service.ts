import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, type LedgerEvent, isId } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { Directory, type Staff } from '../../organization/index.js';
import { CasesRepository } from '../case/cases.repository.js';
import type { HandlingCase } from '../case/handling-case.entity.js';
import { RepliesRepository } from './replies.repository.js';
import type { ReplySignature } from './reply-signature.entity.js';
import { ReplyVersion } from './reply-version.entity.js';
import type { Reply } from './reply.entity.js';
import { ReplyNotFound } from './reply.errors.js';
import { ReplyPolicy } from './reply.policy.js';

/** One version with what became of it: signed, sent back with a comment, called off. */
export interface KeptVersion {
  readonly copy: ReplyVersion;
  readonly signatures: readonly ReplySignature[];
  readonly end: LedgerEvent | null;
}

export interface VersionChain {
  readonly record: HandlingCase;
  readonly reply: Reply;
  /** The first one first; only those that the reader may see. */
  readonly versions: readonly KeptVersion[];
  readonly people: ReadonlyMap<string, Staff>;
}

const ENDS = ['return_reply', 'recall_reply', 'return_part', 'recall_part', 'return_amendment', 'recall_amendment'];

/** The texts that were handed to the signatures, one after the other. */
@Injectable()
export class ReplyVersions {
  constructor(
    private readonly db: DataSource,
    private readonly cases: CasesRepository,
    private readonly replies: RepliesRepository,
    private readonly ledger: Ledger,
    private readonly directory: Directory,
  ) {}

  async chain(ref: string, replyId: string, actor: Actor): Promise<VersionChain> {
    const record = await this.cases.findVisible(ref, actor);
    const reply = isId(replyId) ? await this.replies.find(replyId) : null;
    if (reply?.caseId !== record.id) throw new ReplyNotFound();
    const chain = await this.of(record, reply, actor);
    if (chain.versions.length === 0) throw new ReplyNotFound();
    return chain;
  }

  async of(record: HandlingCase, reply: Reply, actor: Actor): Promise<VersionChain> {
    const [copies, signatures, events] = await Promise.all([
      this.db.manager.find(ReplyVersion, { where: { replyId: reply.id }, order: { version: 'ASC' } }),
      this.replies.signatures([reply.id]),
      this.ledger.timeline([record.id]),
    ]);
    const policy = new ReplyPolicy(actor);
    const readable = copies.filter(({ version }) => policy.readsVersion(version, reply, signatures, record));
    const versions = readable.map((copy) => ({
      copy,
      signatures: signatures.filter(({ version }) => version === copy.version),
      end: events.find((event) => isEndOf(copy, event)) ?? null,
    }));
    const people = [...readable.map(({ submittedBy }) => submittedBy), ...signatures.flatMap(signersOf)];
    return { record, reply, versions, people: await this.directory.peopleById(people) };
  }
}

function isEndOf({ replyId, version }: ReplyVersion, { action, data }: LedgerEvent): boolean {
  return ENDS.includes(action) && data.replyId === replyId && data.version === version;
}

function signersOf({ staffId, onBehalfOf }: ReplySignature): string[] {
  return [staffId, ...(onBehalfOf === null ? [] : [onBehalfOf])];
}
