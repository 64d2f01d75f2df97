import { createHash } from 'node:crypto';
import { newId } from '../../src/kernel/index.js';
import { typed } from '../disclosure/notice-desk.js';
import { cast, castOn } from './cast.js';
import { PROMISE, Road } from './road.js';
import { type DeskScene, enterDesk } from './scene-desk.js';
import { PDF } from './sample-files.js';
import type { TestApp } from './test-app.js';

/** Where things stand on the stage: references and ids, as they appear in addresses. */
export interface Scene {
  readonly proposals: Readonly<
    Record<'draft' | 'seconding' | 'submitted' | 'underReview' | 'filed' | 'unpublished', string>
  >;
  readonly cases: Readonly<
    Record<
      | 'open'
      | 'assigned'
      | 'inHandling'
      | 'ready'
      | 'atHead'
      | 'atLeader'
      | 'replied'
      | 'dissatisfied'
      | 'followUp'
      | 'published'
      | 'unpublished',
      string
    >
  >;
  readonly notices: Readonly<
    Record<'draft' | 'atHead' | 'atSecrecy' | 'atOffice' | 'public' | 'publicId' | 'staff', string>
  >;
  readonly seconds: string;
  readonly desk: DeskScene;
  readonly files: Readonly<Record<'draft' | 'public' | 'staff', string>>;
  readonly link: string;
  readonly mail: string;
  readonly message: string;
}

/** One of everything: a school at work on 14 April 2026. */
export async function setScene(app: TestApp): Promise<Scene> {
  await castOn(app.db);
  const road = new Road(app);
  const cases = await enterCases(road);
  const proposals = {
    draft: await road.drafted({ title: '关于延长图书馆开放时间的提案' }),
    seconding: await road.seconding({ title: '关于增设午休室的提案' }),
    submitted: await road.submitted({ title: '关于简化报销手续的提案' }),
    underReview: await road.underReview({ title: '关于改善教室照明的提案' }),
    filed: await road.originOf(cases.open),
    unpublished: await road.originOf(cases.unpublished),
  };
  const seconds = await invitationIn(app, proposals.seconding);
  const desk = await enterDesk(app, cases);
  const further = { desk, seconds, link: await linkFor(app), ...(await enterNotices(app, road)) };
  const mail = await valueOf(app, 'select id as value from mail order by created_at, id limit 1');
  const message = await valueOf(app, 'select id as value from notification where staff_id = $1 limit 1', cast.wu.id);
  return { proposals, cases, ...further, mail, message };
}

async function enterCases(road: Road): Promise<Scene['cases']> {
  const secret = { publish: 'no', publishRefusal: '涉及个人住房情况' };
  return {
    open: await road.filed(),
    assigned: await road.assigned({ title: '关于修缮理科楼屋面的提案' }),
    inHandling: await road.inHandling({ title: '关于增开夜间校车的提案' }),
    ready: await road.readyToReply({ title: '关于食堂错峰供餐的提案' }),
    atHead: await road.atHead(),
    atLeader: await road.atLeader(),
    replied: await road.replied(),
    dissatisfied: await road.rated('dissatisfied'),
    followUp: await road.rated('satisfied', PROMISE),
    published: await road.published(),
    unpublished: await road.replied(undefined, { title: '关于周转房续租的提案', ...secret }),
  };
}

async function enterNotices(app: TestApp, road: Road): Promise<Pick<Scene, 'notices' | 'files'>> {
  const mei = await app.as(cast.mei);
  const draft = async (changes: Record<string, string> = {}) => {
    const id = newId();
    const files = { files: { name: '附件1 决算表.pdf', body: PDF } };
    await mei.upload(`/notices/${id}`, { ...(typed() as Record<string, string>), ...changes }, files).expect(303);
    return id;
  };
  const atHead = async (changes?: Record<string, string>) => {
    const id = await draft(changes);
    await road.post(cast.mei, `/notices/${id}/submission`);
    return id;
  };
  const atSecrecy = async (changes?: Record<string, string>) => {
    const id = await atHead(changes);
    await road.post(cast.bai, `/notices/${id}/approval`);
    return id;
  };
  const atOffice = async (changes?: Record<string, string>) => {
    const id = await atSecrecy(changes);
    await road.post(cast.shi, `/notices/${id}/clearance`);
    return id;
  };
  const published = async (changes?: Record<string, string>) => {
    const id = await atOffice(changes);
    await road.post(cast.ou, `/notices/${id}/publication`);
    return id;
  };
  const ids = {
    draft: await draft(),
    public: await published({ title: '2025年度部门决算' }),
    staff: await published({ title: '教职工疗休养安排', audienceKind: 'staff', audienceReason: '只涉及校内管理' }),
  };
  const indexOf = (id: string) => valueOf(app, 'select index_number as value from notice where id = $1', id);
  const fileOf = (id: string) => valueOf(app, 'select id as value from attachment where owner_id = $1', id);
  return {
    notices: {
      draft: ids.draft,
      atHead: await atHead(),
      atSecrecy: await atSecrecy(),
      atOffice: await atOffice(),
      public: await indexOf(ids.public),
      publicId: ids.public,
      staff: await indexOf(ids.staff),
    },
    files: { draft: await fileOf(ids.draft), public: await fileOf(ids.public), staff: await fileOf(ids.staff) },
  };
}

/** A link as it was mailed to zhou. */
async function linkFor(app: TestApp): Promise<string> {
  const token = 'scene-of-a-link';
  await app.db.query(
    "insert into sign_in_link (id, token_hash, staff_id, purpose, created_at, expires_at) values ($1, $2, $3, 'first', $4, '2026-05-01')",
    [newId(), createHash('sha256').update(token).digest('hex'), cast.zhou.id, app.clock.now()],
  );
  return token;
}

function invitationIn(app: TestApp, proposalId: string): Promise<string> {
  return valueOf(
    app,
    "select id as value from proposal_second where proposal_id = $1 and status = 'invited'",
    proposalId,
  );
}

async function valueOf(app: TestApp, sql: string, ...values: string[]): Promise<string> {
  const [row] = (await app.db.query(sql, values)) as { value: string }[];
  return row?.value ?? '';
}
