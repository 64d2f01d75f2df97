import { newId } from '../../kernel/index.js';
import { PaperForms, Review, Seconding, Writing } from '../../proposals/index.js';
import type { SideRoadContent } from '../content.js';
import { demoId } from '../demo-id.js';
import { paceOf } from '../pace.js';
import { scan } from '../papers.js';
import { textOf } from '../proposal-text.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';

const COOK = '1993036';
const SECONDERS = ['2006008', '2003087'];

/** A cook writes by hand; the secretary enters the form with its scan, the cook finds a mistake, and it is put right. */
export async function* onPaperStory(stage: Stage, { paper }: SideRoadContent): Story {
  const pace = await paceOf(stage, '2026-03-18', paper.key);
  const secretary = await stage.players.secretary();
  const cook = await stage.players.actor(COOK);
  yield pace.after(0);
  const serial = await entered(stage, paper);
  yield pace.after(1);
  await stage.get(PaperForms).object(serial, '我写的意向承办单位是校工会，录成了后勤保障部，请改过来。', cook);
  yield pace.after(1);
  const note = '录入有误，请核对意向承办单位后重新提交，也可来办公室由我们协助。';
  await stage.get(Review).returnForCompletion(serial, note, secretary);
  yield pace.after(1);
  const { version } = await stage.proposal(serial, COOK);
  await stage.get(Writing).save(serial, textOf(paper), { page: newId(), version }, cook);
  await stage.get(Seconding).resubmit(serial, cook);
  yield pace.on('2026-03-27');
  await stage.get(Review).takeUp(serial, secretary);
}

async function entered(stage: Stage, paper: SideRoadContent['paper']): Promise<string> {
  const lines = [
    '教职工代表大会提案表',
    `案名：${paper.title}`,
    ...paper.reason.split('\n').map((line) => `案由：${line.slice(0, 34)}`),
    ...paper.measures.split('\n'),
    '意向承办单位：校工会',
    '提案人签名：赵满仓    附议人签名：郜红梅  张伟',
  ];
  const { upload, forget } = await scan('纸质提案表（赵满仓）.pdf', lines);
  const form = {
    id: demoId(`proposal:${paper.key}`),
    authorId: demoId(`staff:${COOK}`),
    seconderIds: SECONDERS.map((number) => demoId(`staff:${number}`)),
    text: { ...textOf(paper), wishedUnitId: demoId('unit:hq') },
    receivedOn: '2026-03-17',
    note: '',
  };
  const { serial } = await stage.get(PaperForms).enter(form, upload, await stage.players.secretary());
  await forget();
  return serial!;
}
