import { Injectable } from '@nestjs/common';
import { beijingDate, yearOf } from '../calendar/index.js';
import { NumberSeries } from '../congress/index.js';
import { Attachments } from '../files/index.js';
import type { Act, Actor, NewEvent, Transaction } from '../kernel/index.js';
import { Directory } from '../organization/index.js';
import type { Notice } from './notice.entity.js';
import { NoticeSteps } from './notice-steps.js';
import type { NoticeAction } from './notice-workflow.js';
import { NoticesRepository } from './notices.repository.js';

/** Steps that need at most a word; who takes them is in the policy, what they change in the entity. */
const PLAIN = {
  submit: (notice, act) => notice.submit(act),
  discard: (notice, act) => notice.pass('discard', act),
  recall: (notice, act) => notice.pass('recall', act),
  approve: (notice, act) => notice.pass('approve', act),
  return_by_head: (notice, act, note) => notice.sendBack('return_by_head', note, act),
  clear: (notice, act) => notice.pass('clear', act),
  doubt: (notice, act, note) => notice.doubt(note, act),
  block: (notice, act, note) => notice.sendBack('block', note, act),
  return_by_office: (notice, act, note) => notice.sendBack('return_by_office', note, act),
  withdraw: (notice, act, note) => notice.withdraw(note, act),
} satisfies Partial<Record<NoticeAction, (notice: Notice, act: Act, note: string) => NewEvent>>;

export type PlainStep = keyof typeof PLAIN;

/** From the draft to the board and down again: one method per intention. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly steps: NoticeSteps,
    private readonly notices: NoticesRepository,
    private readonly attachments: Attachments,
    private readonly directory: Directory,
    private readonly series: NumberSeries,
  ) {}

  take(step: PlainStep, id: string, note: string, actor: Actor): Promise<Notice> {
    return this.steps.perform(step, id, actor, (notice, act) => PLAIN[step](notice, act, note));
  }

  /** Publishes, and ends the version that it replaces. */
  publish(id: string, actor: Actor): Promise<Notice> {
    return this.steps.perform('publish', id, actor, async (notice, act, tx) => {
      const event = await this.publication('publish', notice, act, tx);
      if (notice.replacesId) await this.supersede(notice.replacesId, notice, actor, tx);
      return event;
    });
  }

  /** Gives the number and publishes; for a notice that this transaction has locked or made. */
  async publication(action: 'publish' | 'post_result', notice: Notice, act: Act, tx: Transaction): Promise<NewEvent> {
    const { code } = await this.directory.unit(notice.unitId, tx);
    const series = `${code}-${notice.category}-${yearOf(beijingDate(act.at))}`;
    const files = await this.attachments.of('notice', [notice.id], tx);
    const serial = await this.series.next(`notice:${series}`, tx);
    const indexNumber = `${series}-${String(serial).padStart(3, '0')}`;
    return notice.publish(action, { indexNumber, fileFingerprints: files.map(({ sha256 }) => sha256) }, act);
  }

  /** A version that was withdrawn meanwhile stays withdrawn. */
  private async supersede(id: string, successor: Notice, actor: Actor, tx: Transaction): Promise<void> {
    const old = await this.notices.lock(id, actor, tx);
    if (old.status !== 'published') return;
    await this.steps.take('supersede', id, actor, (notice, act) => notice.supersede(successor, act), tx);
  }
}
