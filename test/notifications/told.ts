import { MailDelivery } from '../../src/mail/index.js';
import type { TestApp } from '../support/test-app.js';

/** Everything that was told since the last call, as `高远 assigned_lead 2026-05-28 sent`: to whom, what, by when, and what became of the mail. */
export class Told {
  private last = '00000000-0000-0000-0000-000000000000';

  constructor(private readonly app: TestApp) {}

  async since(): Promise<string[]> {
    await this.app.get(MailDelivery).deliverDue();
    const rows = (await this.app.db.query(
      `select one.id, staff.name, one.kind, one.due_on::text as due, mail.state from notification one join staff on staff.id = one.staff_id
       left join mail on mail.staff_id = one.staff_id and mail.kind = one.kind and mail.event_id = one.event_id
       where one.id > $1 order by one.id`,
      [this.last],
    )) as { id: string; name: string; kind: string; due: string | null; state: string | null }[];
    this.last = rows.at(-1)?.id ?? this.last;
    return rows
      .map(({ name, kind, due, state }) => [name, kind, due, state].filter((part) => part !== null).join(' '))
      .toSorted();
  }
}
