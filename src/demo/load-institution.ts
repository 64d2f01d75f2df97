import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import type { Settings } from '../config/index.js';
import { Clock, type ShiftedClock } from '../kernel/index.js';
import { DemoContent } from './content.js';
import { DEMO_STARTS_AT } from './demo-dates.js';
import { conveneCongress } from './institution-congress.js';
import { enterPeople } from './institution-people.js';
import { nightlyStory } from './nightly-story.js';
import { noticeStory } from './notice-story.js';
import { proposalStory } from './proposal-story.js';
import { sessionStory } from './session-story.js';
import { SIDE_STORIES } from './side-stories/index.js';
import { Stage } from './stage.js';
import { StoryTeller } from './story-teller.js';

/** People have read their messages of last week. */
const READ_BEFORE = 'update notification set read_at = at where at < $1';
const UNREAD_MS = 5 * 24 * 3600 * 1000;

const FOUNDED_AT = new Date('2023-09-01T08:00:00+08:00');

/** Fills an empty database through the services, with the clock moved to the day on which each thing happened. */
export async function loadInstitution(settings: Settings): Promise<void> {
  const app = await NestFactory.createApplicationContext(
    AppModule.of({ ...settings, role: 'web', startsAt: FOUNDED_AT }),
    { logger: ['error', 'warn'] },
  );
  try {
    await tell(app, new DemoContent(settings.root));
  } finally {
    await app.close();
  }
}

async function tell(app: INestApplicationContext, content: DemoContent): Promise<void> {
  const clock = app.get(Clock) as ShiftedClock;
  await app.get(DataSource).transaction(async (tx) => {
    await enterPeople(content.institution, clock.now(), tx);
    await conveneCongress(content.institution, tx);
  });
  const stage = new Stage(app, content);
  const teller = new StoryTeller(clock);
  await teller.begin(sessionStory(stage));
  await teller.begin(nightlyStory(stage, '2025-04-14'));
  for (const proposal of content.proposals) await teller.begin(proposalStory(stage, proposal));
  for (const story of SIDE_STORIES) await teller.begin(story(stage, content.sideRoads));
  const { notices } = content;
  const replacing = new Set(notices.map(({ supersededBy }) => supersededBy));
  for (const notice of notices.filter(({ key }) => !replacing.has(key))) {
    const successor = notices.find(({ key }) => key === notice.supersededBy) ?? null;
    await teller.begin(noticeStory(stage, notice, successor));
  }
  await teller.tell(DEMO_STARTS_AT);
  await app.get(DataSource).query(READ_BEFORE, [new Date(DEMO_STARTS_AT.getTime() - UNREAD_MS)]);
}
