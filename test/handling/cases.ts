import { Cases, HandlingCase, type NewCase } from '../../src/handling/index.js';
import { newId } from '../../src/kernel/index.js';
import { cast, congress, units } from '../support/cast.js';
import type { TestApp } from '../support/test-app.js';

/** wu's proposal for night buses, as the proposals room hands it over. */
export function nightBuses(changes: Partial<NewCase> = {}): NewCase {
  return {
    kind: 'proposal',
    congressId: congress.id,
    sessionId: congress.sessionId,
    title: '关于增开夜间校车的提案',
    category: 'campus',
    publishable: true,
    confidential: false,
    parties: [{ staffId: cast.wu.id, part: 'lead' }],
    origins: [
      {
        originType: 'proposal',
        originId: newId(),
        ref: '2026-0061',
        title: '关于增开夜间校车的提案',
        reason: '晚课二十一点半结束，末班校车二十一点发车。',
        measures: '1. 周一至周四加开二十二点一班。\n2. 站牌公布时刻。',
        authorName: '吴敏',
        authorUnit: '数学学院',
      },
    ],
    ...changes,
  };
}

/** A case that chen has opened. */
export async function opened(app: TestApp, changes: Partial<NewCase> = {}): Promise<HandlingCase> {
  const chen = await app.actor(cast.chen);
  return app.db.transaction((tx) => app.get(Cases).open(nightBuses(changes), chen, 'committee_chair', tx));
}

/** A case that chen has assigned: hq leads, xx assists (unless the order says otherwise). */
export async function assigned(
  app: TestApp,
  changes: Partial<NewCase> = {},
  order: Record<string, string | string[]> = {},
): Promise<HandlingCase> {
  const { ref } = await opened(app, changes);
  const chen = await app.as(cast.chen);
  await chen.post(`/cases/${ref}/assignment`, { lead: units.hq.id, assisting: [units.xx.id], ...order }).expect(303);
  return find(app, ref);
}

/** A case that both units have signed for. */
export async function inHandling(app: TestApp, changes: Partial<NewCase> = {}): Promise<HandlingCase> {
  const { ref, assignments } = await assigned(app, changes);
  for (const { id, part } of assignments) {
    const officer = await app.as(part === 'lead' ? cast.gao : cast.ding);
    await officer.post(`/cases/${ref}/receipt`, { assignment: id }).expect(303);
  }
  return find(app, ref);
}

export function find(app: TestApp, ref: string): Promise<HandlingCase> {
  return app.db.manager.findOneOrFail(HandlingCase, {
    where: { ref },
    relations: { assignments: { unit: true }, contacts: true, parties: true, congress: true },
  });
}

export function dutyOf({ assignments }: HandlingCase, part: 'lead' | 'assisting'): string {
  return assignments.find((one) => one.part === part)!.id;
}
