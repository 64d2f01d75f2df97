import { newId } from '../../src/kernel/index.js';
import { cast, type Player, units } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';

export interface NoticeRow {
  readonly id: string;
  readonly number: string;
  readonly level: number;
  readonly status: string;
}

/** The form of a notice to logistics, answered by 17 June 2026. */
export function noticeOf(more: Record<string, string> = {}): Record<string, string> {
  const words = { reason: '已逾期九个工作日，没有说明原因。', skipReason: '' };
  return { id: newId(), unit: units.hq.id, level: '1', answerBy: '2026-06-17', ...words, ...more };
}

/** Where notices about one case are issued, answered and decided on. */
export class SupervisionDesk {
  constructor(
    private readonly app: TestApp,
    private readonly ref: string,
  ) {}

  async issue(form: Record<string, string>, who: Player) {
    return (await this.app.as(who)).post(`/cases/${this.ref}/supervision`, form);
  }

  async answer(id: string, who: Player) {
    const form = { id: newId(), text: '车辆检修，六月底前答复。' };
    return (await this.app.as(who)).post(`/cases/${this.ref}/supervision/${id}/answer`, form);
  }

  async decide(id: string, decision: string, note: string) {
    return (await this.app.as(cast.chen)).post(`/cases/${this.ref}/supervision/${id}/decision`, { decision, note });
  }

  notices(): Promise<NoticeRow[]> {
    return this.app.db.query(
      `select id, number, level, status from supervision_notice
       where case_id = (select id from handling_case where ref = $1) order by issued_at, level`,
      [this.ref],
    );
  }

  /** The kinds of messages about this case. */
  async toldTo(who: Player): Promise<string[]> {
    const rows = (await this.app.db.query(
      'select kind from notification where staff_id = $1 and subject_id = (select id from handling_case where ref = $2)',
      [who.id, this.ref],
    )) as { kind: string }[];
    return rows.map(({ kind }) => kind);
  }
}
