import { AwardDecisions, AwardNotices, AwardSchedule, Nominations, Scoring } from '../../awards/index.js';
import type { Actor } from '../../kernel/index.js';
import { demoId } from '../demo-id.js';
import { approve } from '../notice-story.js';
import { type Pace, paceOf } from '../pace.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';

const SESSION = '8-2';
const SECRETARY = '2010121';
const LIBRARY = demoId('proposal:exam-week-library-hours-2025');
const CLOSING = demoId('proposal:year-end-closing-2025');
const NOMINATIONS = [
  { head: '1999113', ref: LIBRARY, reason: '切口小，数据实，考试周当年就见效，学生叫好。' },
  { head: '1997072', ref: CLOSING, reason: '逐笔核过退单清单，四条建议条条可办，年末排队明显缩短。' },
  { head: '1998011', ref: LIBRARY, reason: '我馆我社职工都说好，花钱少，涉及面广。' },
];
const SCORES = { [LIBRARY]: [95, 92, 94], [CLOSING]: [90, 91, 88] };
const PROPOSALS = new Map([
  [LIBRARY, '小切口解决大家的急难事。'],
  [CLOSING, '调查深入，建议具体，条条落地。'],
]);
const UNITS = [
  { code: 'xx', citation: '主办案件件件当面沟通、按期答复，承诺按期兑现。' },
  { code: 'zc', citation: '二次办理不回避问题，把规则讲清楚、公开到底。' },
];

/** Before the second session is closed its best proposals and units are named, and everybody reads so. */
export async function* awardsStory(stage: Stage): Story {
  const pace = await paceOf(stage, '2025-12-01', 'awards');
  const chair = await stage.players.chair();
  yield pace.after(0);
  const dates = { nominateBy: '2025-12-09', scoreBy: '2025-12-12' };
  await stage.get(AwardSchedule).schedule(SESSION, dates, chair);
  yield pace.on('2025-12-08');
  for (const { head, ref, reason } of NOMINATIONS) {
    yield pace.after(0);
    await stage.get(Nominations).nominate(SESSION, { ref, reason }, await stage.players.actor(head));
  }
  for (const [ref, scores] of Object.entries(SCORES)) {
    yield pace.after(1);
    const judges = await judgesOf(stage, ref);
    for (const [i, score] of scores.entries()) await stage.get(Scoring).score(SESSION, ref, score, judges[i]!);
  }
  yield pace.on('2025-12-16');
  const units = new Map(UNITS.map(({ code, citation }) => [demoId(`unit:${code}`), citation]));
  await stage.get(AwardDecisions).decide(SESSION, { proposals: PROPOSALS, units }, chair);
  yield* announced(stage, pace);
}

/** Members who neither wrote nor seconded it. */
async function judgesOf(stage: Stage, ref: string): Promise<Actor[]> {
  const { authorId, joints, seconds } = await stage.proposal(ref, SECRETARY);
  const involved = [authorId, ...[...joints, ...seconds].map(({ staffId }) => staffId)];
  return (await stage.players.members()).filter(({ staffId }) => !involved.includes(staffId!));
}

async function* announced(stage: Stage, pace: Pace): Story {
  const rows = ['| 提案编号 | 案名 | 评语 |'];
  for (const [id, citation] of PROPOSALS) {
    const { serial, title } = await stage.proposal(id, SECRETARY);
    rows.push(`| ${serial} | ${title} | ${citation} |`);
  }
  const named = UNITS.map(({ code, citation }) => `| ${stage.players.unit(code).name} | ${citation} |`);
  const units = ['| 承办单位 | 评语 |', ...named];
  const lead =
    '经各代表团推荐、委员评分和提案工作委员会评定，第八届教职工代表大会第二次会议优秀提案和先进承办单位名单如下。';
  const body = [lead, '## 优秀提案', rows.join('\n'), '## 先进承办单位', units.join('\n')].join('\n\n');
  yield pace.after(0);
  const text = { unitId: demoId('unit:gh'), title: '关于公布八届二次教代会优秀提案和先进承办单位的通知', body };
  const id = await stage.get(AwardNotices).announce(SESSION, text, await stage.players.secretary());
  yield* approve(stage, { state: 'published', unit: 'gh' }, id, pace, '2025-12-19');
}
