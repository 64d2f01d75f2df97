import { addDays, beijingDate, WorkingDays } from '../calendar/index.js';
import { NoticeDrafts, NoticesService, type NoticeText } from '../disclosure/index.js';
import type { NoticeContent } from './content.js';
import { DEMO_STARTS_AT } from './demo-dates.js';
import { demoId } from './demo-id.js';
import { noticeFiles } from './notice-files.js';
import { Pace } from './pace.js';
import type { Stage } from './stage.js';
import type { Story } from './story-teller.js';

const STOPS = ['draft', 'at_head', 'at_secrecy', 'at_office'];
const DAYS_OF_APPROVAL = 6;

/** From the publisher's draft to the board; withdrawn or replaced by its next version where the text says so. */
export async function* noticeStory(stage: Stage, content: NoticeContent, successor: NoticeContent | null): Story {
  const publishedOn = addDays(beijingDate(DEMO_STARTS_AT), -content.daysAgo);
  const begunOn = addDays(publishedOn, -DAYS_OF_APPROVAL);
  const pace = new Pace(await stage.get(WorkingDays).load(), begunOn, content.key);
  const id = demoId(`notice:${content.key}`);

  yield pace.after(0);
  await write(stage, content, id);
  yield* approve(stage, content, id, pace, publishedOn);
  if (content.state === 'withdrawn') {
    yield pace.after(7);
    await stage.get(NoticesService).take('withdraw', id, content.withdrawReason!, await office(stage));
  }
  if (successor) yield* replace(stage, id, successor, pace);
}

async function* replace(stage: Stage, id: string, successor: NoticeContent, pace: Pace): Story {
  const publishedOn = addDays(beijingDate(DEMO_STARTS_AT), -successor.daysAgo);
  yield pace.on(addDays(publishedOn, -DAYS_OF_APPROVAL));
  const revision = await stage.get(NoticeDrafts).revise(id, await stage.players.holder('publisher', successor.unit));
  await write(stage, successor, revision.id);
  yield* approve(stage, successor, revision.id, pace, publishedOn);
}

async function write(stage: Stage, content: NoticeContent, id: string): Promise<void> {
  const publisher = await stage.players.holder('publisher', content.unit);
  const { files, forget } = await noticeFiles(content);
  const writing = { text: textOf(content), seenAt: null };
  await stage.get(NoticeDrafts).save(id, writing, publisher, { uploads: files, removals: [], error: null });
  await forget();
}

/** The ordinary way of a draft, as far as its state says. */
export async function* approve(
  stage: Stage,
  { state, unit }: Pick<NoticeContent, 'state' | 'unit'>,
  id: string,
  pace: Pace,
  day: string,
): Story {
  const stop = STOPS.includes(state) ? STOPS.indexOf(state) : STOPS.length;
  const notices = stage.get(NoticesService);
  if (stop < 1) return;
  yield pace.after(0);
  await notices.take('submit', id, '', await stage.players.holder('publisher', unit));
  if (stop < 2) return;
  yield pace.after(1);
  await notices.take('approve', id, '', await stage.players.holder('unit_head', unit));
  if (stop < 3) return;
  yield pace.after(1);
  await notices.take('clear', id, '', await stage.players.holder('secrecy_reviewer', 'jlu'));
  if (stop < 4) return;
  yield pace.on(day);
  await notices.publish(id, await office(stage));
}

function office(stage: Stage) {
  return stage.players.holder('disclosure_office', 'jlu');
}

function textOf(content: NoticeContent): NoticeText {
  return {
    unitId: demoId(`unit:${content.unit}`),
    category: content.category,
    catalogueItem: content.catalogueItem,
    attribute: content.audience === 'public' ? 'own' : 'closed',
    audienceKind: content.audience,
    audienceUnitIds: (content.units ?? []).map((code) => demoId(`unit:${code}`)),
    audienceReason: content.audienceReason ?? '',
    title: content.title,
    body: content.body,
    documentNumber: content.documentNumber ?? '',
    documentDate: null,
    keywords: content.keywords,
    validFrom: null,
    validUntil: null,
  };
}
