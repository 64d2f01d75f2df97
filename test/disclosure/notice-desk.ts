import { newId } from '../../src/kernel/index.js';
import { cast, units } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';

export const BODY =
  '各位老师：\n\n2025年决算已经审定，现予公开。\n\n## 收支\n\n| 项目 | 金额（万元） |\n| 收入 | 128,630 |\n| 支出 | 126,904 |';

/** What mei types into the form. */
export function typed(changes: Record<string, string | string[]> = {}): Record<string, string | string[]> {
  return {
    unitId: units.cw.id,
    title: '2025年度财务决算公开说明',
    category: 'finance',
    catalogueItem: '19',
    attribute: 'own',
    audienceKind: 'public',
    keywords: '决算、财务',
    documentNumber: '江大财〔2026〕12号',
    body: BODY,
    ...changes,
  };
}

/** Moves notices through their approvals as the people do, through HTTP. */
export class NoticeDesk {
  constructor(private readonly app: TestApp) {}

  async draft(changes: Record<string, string | string[]> = {}): Promise<string> {
    const id = newId();
    await (await this.app.as(cast.mei)).post(`/notices/${id}`, typed(changes)).expect(303);
    return id;
  }

  /** mei sends, bai approves, shi clears. */
  async atOffice(changes: Record<string, string | string[]> = {}): Promise<string> {
    const id = await this.draft(changes);
    await (await this.app.as(cast.mei)).post(`/notices/${id}/submission`).expect(303);
    await (await this.app.as(cast.bai)).post(`/notices/${id}/approval`).expect(303);
    await (await this.app.as(cast.shi)).post(`/notices/${id}/clearance`).expect(303);
    return id;
  }

  /** Answers with the id and the address that it got. */
  async published(changes: Record<string, string | string[]> = {}): Promise<{ id: string; href: string }> {
    const id = await this.atOffice(changes);
    const answer = await (await this.app.as(cast.ou)).post(`/notices/${id}/publication`).expect(303);
    return { id, href: answer.headers.location! };
  }

  async statusOf(id: string): Promise<string> {
    const [row] = (await this.app.db.query('select status from notice where id = $1', [id])) as { status: string }[];
    return row!.status;
  }

  async actionsOf(id: string): Promise<string[]> {
    const rows = await this.app.db.query('select action from ledger_event where subject_id = $1 order by position', [
      id,
    ]);
    return (rows as { action: string }[]).map(({ action }) => action);
  }
}
