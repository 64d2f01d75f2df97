import { cast, congress, type Player, units } from '../support/cast.js';
import type { Road } from '../support/road.js';
import type { TestApp } from '../support/test-app.js';

export type Matters = Record<
  'assigned' | 'handling' | 'replied' | 'review' | 'returned' | 'chosen' | 'extended',
  string
>;

/** Signed for by nobody; in handling; waiting for the rating; under review; given back; assigned by a date; extended. */
export async function mattersOf(road: Road): Promise<Matters> {
  const refs = {
    assigned: await road.assigned({ title: '关于修缮理科楼屋面的提案' }),
    handling: await road.inHandling({ title: '关于增开夜间校车的提案' }),
    replied: await road.replied(undefined, { title: '关于食堂错峰供餐的提案' }),
    review: await road.underReview({ title: '关于改善教室照明的提案' }),
    returned: await road.underReview({ title: '关于增设午休室的提案' }),
    chosen: await road.filed({ title: '关于周转房续租的提案' }),
    extended: await road.inHandling({ title: '关于延长图书馆开放时间的提案' }),
  };
  await road.post(cast.tang, `/review/${refs.returned}/return`, { note: '请写明措施' });
  const byDate = { lead: units.hq.id, leadTerm: 'date', leadDueOn: '2026-05-20' };
  await road.post(cast.chen, `/cases/${refs.chosen}/assignment`, byDate);
  const wish = { until: '2026-06-15', reason: '设备六月到货' };
  await road.post(cast.gao, `/cases/${refs.extended}/extension`, wish);
  await road.post(cast.chen, `/cases/${refs.extended}/extension/decision`, { decision: 'grant', reason: '' });
  return refs;
}

/** The page of the recounting, and the order given on it. */
export class DeadlinesDesk {
  constructor(private readonly app: TestApp) {}

  async page(who: Player) {
    return (await this.app.as(who)).get('/deadlines');
  }

  /** What the page would send back. */
  async preview(who: Player): Promise<string> {
    return markIn((await this.page(who)).text);
  }

  async order(who: Player, version: string, reason: string) {
    return (await this.app.as(who)).post('/deadlines', { congress: congress.id, version, reason });
  }

  async dates(): Promise<Record<string, string>> {
    const rows = (await this.app.db.query(DATES)) as { name: string; day: string }[];
    return Object.fromEntries(rows.filter(({ name, day }) => name && day).map(({ name, day }) => [name, day]));
  }
}

export function markIn(html: string): string {
  return /name="version" value="([^"]*)"/.exec(html)?.[1] ?? '';
}

export function changes(before: Record<string, string>, after: Record<string, string>) {
  return Object.fromEntries(Object.entries(after).filter(([name, day]) => before[name] !== day));
}

const DATES = `
  select c.ref || ' ' || a.part || ' sign' as name, a.sign_by::text as day from assignment a join handling_case c on c.id = case_id
  union all select c.ref || ' ' || a.part || ' due', a.due_on::text from assignment a join handling_case c on c.id = case_id
  union all select ref || ' case sign', sign_by::text from handling_case
  union all select ref || ' case due', due_on::text from handling_case
  union all select ref || ' extended', extended_until::text from handling_case
  union all select ref || ' rating', rate_by::text from handling_case
  union all select serial || ' decision', review_by::text from proposal
  union all select serial || ' completion', complete_by::text from proposal`;
