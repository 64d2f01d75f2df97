import { DataSource } from 'typeorm';
import { Assignments, Cases, type HandlingCase } from '../../handling/index.js';
import { DecisionDrafts, decisionOn, Decisions, Merging } from '../../proposals/index.js';
import type { SideRoadContent } from '../content.js';
import { demoId } from '../demo-id.js';
import { paceOf } from '../pace.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';
import { FilingDesk } from './filing-desk.js';

const DOCTOR = '2007158';
const SECRETARY = '2010121';

/**
 * Merged into a neighbouring case and taken out again; then decided with another one on one sheet, in the order of the sheet. The two cases of the
 * hospital are assigned in one go.
 */
export async function* decisionSheetStory(stage: Stage, { emergency, paper, split }: SideRoadContent): Story {
  const desk = new FilingDesk(stage, emergency, DOCTOR, await paceOf(stage, '2026-03-17', emergency.key));
  const serial = yield* desk.underReview(['2003029', '2006088'], '2026-03-23');
  const chair = await stage.players.chair();

  yield desk.pace.on('2026-04-09');
  const clinic = (await casesOf(stage, demoId(`proposal:${split.key}`))).find(({ title }) => title.includes('医务点'))!;
  const note = '与江北校区医务点一案都涉及校内急救，合并办理。';
  await stage.get(Decisions).decide(decisionOn(serial, 'merge', { into: clinic.ref, note }), chair);
  yield desk.pace.on('2026-04-10');
  const why = '提案人说明：配置除颤仪和培训急救员涉及两校区，与设不设医务点是两回事。撤销并案，单独立案。';
  await stage.get(Merging).unmerge(serial, why, chair);

  yield desk.pace.after(0);
  const form = (await stage.proposal(demoId(`proposal:${paper.key}`), SECRETARY)).serial!;
  await prepare(stage, [serial, form]);
  yield desk.pace.on('2026-04-13');
  await publish(stage, [serial, form]);
  yield desk.pace.after(0);
  const [defibrillators] = await casesOf(stage, desk.ref);
  const leaderId = demoId(`staff:${stage.players.leader('vp5')}`);
  const wish = { leadUnitId: demoId('unit:xyy'), assistingUnitIds: [demoId('unit:bw')], leaderId };
  const both = [clinic.ref, defibrillators!.ref];
  await stage.get(Assignments).assignAll(both, { ...wish, leadTerm: null, assistingTerm: null }, chair);
}

function casesOf(stage: Stage, proposalId: string): Promise<HandlingCase[]> {
  return stage.get(Cases).ofOrigin(proposalId, stage.get(DataSource).manager);
}

async function prepare(stage: Stage, [first, second]: readonly [string, string]): Promise<void> {
  const decisions = [
    decisionOn(first, 'file', { note: '事关生命安全，措施具体，同意立案。' }),
    decisionOn(second, 'file', { note: '反映一线职工实际困难，入夏前应有安排，同意立案。' }),
  ];
  await stage.get(DecisionDrafts).prepareAll(decisions, await stage.players.secretary());
}

async function publish(stage: Stage, serials: readonly string[]): Promise<void> {
  const drafts = await stage.get(DecisionDrafts).of(demoId('session:8-3'));
  const chosen = [];
  for (const [place, ref] of serials.entries()) {
    const { id } = await stage.proposal(ref, SECRETARY);
    chosen.push({ ref, place, version: drafts.find(({ proposalId }) => proposalId === id)!.version });
  }
  await stage.get(DecisionDrafts).publish(chosen, await stage.players.chair());
}
