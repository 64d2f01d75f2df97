import type { Player } from '../support/cast.js';
import { units } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';
import type { LedgerEvent } from '../../src/kernel/index.js';
import { Ledger } from '../../src/ledger/index.js';

export interface Subject {
  readonly id: string;
  readonly ref: string;
  readonly number: string;
  readonly title: string;
}

/** Records a step of a case as the handling room does, led by logistics with IT assisting. */
export function happens(
  app: TestApp,
  record: Subject,
  action: string,
  by: Player | null,
  more: { note?: string; data?: Record<string, unknown> } = {},
): Promise<LedgerEvent> {
  const { id: subjectId, ref, number, title } = record;
  const unitIds = { lead: units.hq.id, assisting: [units.xx.id] };
  const data = { ref, number, title, unitIds, dueOn: '2026-05-28', round: 1, ...more.data };
  const who = { actorId: by?.id ?? null, actorName: by?.name ?? 'system', role: 'test' };
  const event = { subjectType: 'case', subjectId, action, ...who, at: app.clock.now(), note: more.note ?? null, data };
  return app.db.transaction((tx) => app.get(Ledger).record(event, tx));
}

/** Who was told what about an event, as `gao: assigned_lead`. */
export async function told(app: TestApp, { id }: LedgerEvent): Promise<string[]> {
  const rows = (await app.db.query(
    'select staff.name, kind from notification join staff on staff.id = staff_id where event_id = $1 order by kind, name',
    [id],
  )) as { name: string; kind: string }[];
  return rows.map(({ name, kind }) => `${name}: ${kind}`);
}
