import { ReplyTemplates } from '../../handling/index.js';
import { demoId } from '../demo-id.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';

const OPENING = '{提案人}：\n您提出的《{案名}》（{案号}）收悉。感谢您对后勤工作的关心。经研究，现答复如下：';
const TEMPLATES = [
  {
    key: 'hq-solved',
    name: '已经办成的',
    text: `${OPENING}\n一、已经做的：\n二、完成时间和地点：\n三、今后谁负责、电话：\n\n{单位}`,
  },
  {
    key: 'hq-not-now',
    name: '暂时办不到的',
    text: `${OPENING}\n一、为什么现在办不到：\n二、先做的事：\n三、什么条件具备后再办：\n\n{单位}`,
  },
];

/** Logistics writes many replies, and keeps two templates for them. */
export async function* replyTemplatesStory(stage: Stage): Story {
  for (const { key, name, text } of TEMPLATES) {
    yield new Date('2026-03-05T10:00:00+08:00');
    const officer = await stage.players.holder('unit_officer', 'hq');
    const template = { id: demoId(`template:${key}`), name, text, version: 0 };
    await stage.get(ReplyTemplates).write(demoId('unit:hq'), template, officer);
  }
}
