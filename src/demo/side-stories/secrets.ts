import { Decisions, decisionOn, Secrecy } from '../../proposals/index.js';
import { caseStory } from '../case-story.js';
import type { ProposalContent, SideRoadContent } from '../content.js';
import { paceOf } from '../pace.js';
import type { Stage } from '../stage.js';
import type { Story } from '../story-teller.js';
import { FilingDesk } from './filing-desk.js';

interface Secret {
  readonly author: string;
  readonly seconders: readonly string[];
  readonly granted: boolean;
  readonly answer: string;
}

/** Confidential handling was asked for and granted: nobody beyond those concerned reads it. */
export async function* confidentialStory(stage: Stage, { confidential }: SideRoadContent): Story {
  yield* secretStory(stage, confidential, {
    author: '2009037',
    seconders: ['2013050', '2015105'],
    granted: true,
    answer: '涉及库房安全，公开确有风险，同意保密办理，限有关单位和委员会知悉。',
  });
}

/** The name is hidden; confidential handling beside it is refused, so everybody reads the matter. */
export async function* hiddenNameStory(stage: Stage, { hidden }: SideRoadContent): Story {
  yield* secretStory(stage, hidden, {
    author: '2014005',
    seconders: ['2008117', '2004122'],
    granted: false,
    answer: '提案所说是普遍情况，没有写明学院和个人，应当公开办理；姓名按您的意愿隐去。',
  });
}

async function* secretStory(stage: Stage, content: ProposalContent, { author, seconders, granted, answer }: Secret) {
  const desk = new FilingDesk(stage, content, author, await paceOf(stage, '2026-03-16', content.key));
  const serial = yield* desk.underReview(seconders, '2026-03-24');
  const chair = await stage.players.chair();
  yield desk.pace.after(1);
  await stage.get(Secrecy).decide(serial, granted, answer, chair);
  yield desk.pace.on('2026-04-07');
  const [record] = await stage.get(Decisions).decide(decisionOn(serial, 'file'), chair);
  yield* caseStory(stage, content, record!.ref, author, desk.pace);
}
