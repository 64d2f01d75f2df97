import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor, pageRequest } from '../../src/kernel/index.js';
import { Search, SearchQuery } from '../../src/search/index.js';
import { cast, castOn, units } from '../support/cast.js';
import { countQueries } from '../support/count-queries.js';
import { PDF } from '../support/sample-files.js';
import { type Client, TestApp } from '../support/test-app.js';
import { BODY, NoticeDesk, typed } from './notice-desk.js';

const KINDS = ['public', 'staff', 'delegates', 'units'] as const;
type Kind = (typeof KINDS)[number];

/** Who may read which notice. zhou works below hq, the named unit. */
const READERS: Record<string, readonly Kind[]> = {
  visitor: ['public'],
  'staff of another unit': ['public', 'staff'],
  delegate: ['public', 'staff', 'delegates'],
  'member below the named unit': ['public', 'staff', 'units'],
  'the publisher': KINDS,
};

describe('every door to a notice', () => {
  let app: TestApp;
  let desk: NoticeDesk;
  const notices = new Map<Kind, { id: string; href: string; title: string; file: string }>();
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    app = await TestApp.start();
    await castOn(app.db);
    desk = new NoticeDesk(app);
    for (const kind of KINDS) notices.set(kind, await publish(kind));
    clients.set('visitor', app.visitor());
    clients.set('staff of another unit', await app.as(cast.ding));
    clients.set('delegate', await app.as(cast.wu));
    clients.set('member below the named unit', await app.as(cast.zhou));
    clients.set('the publisher', await app.as(cast.mei));
  });
  afterAll(() => app.close());

  async function publish(kind: Kind) {
    const title = `限${kind}的工资表`;
    const reason = kind === 'public' ? '' : '涉及个人信息';
    const fields = typed({ title, audienceKind: kind, audienceReason: reason, audienceUnitIds: units.hq.id });
    const id = await desk.draft(fields);
    const mei = await app.as(cast.mei);
    await mei
      .upload(`/notices/${id}`, fields as Record<string, string>, { files: { name: `${kind}.pdf`, body: PDF } })
      .expect(303);
    await mei.post(`/notices/${id}/submission`).expect(303);
    await (await app.as(cast.bai)).post(`/notices/${id}/approval`).expect(303);
    await (await app.as(cast.shi)).post(`/notices/${id}/clearance`).expect(303);
    const { headers } = await (await app.as(cast.ou)).post(`/notices/${id}/publication`).expect(303);
    const [file] = (await app.db.query('select id from attachment where owner_id = $1', [id])) as [{ id: string }];
    return { id, href: headers.location!, title, file: `/files/${file.id}/x.pdf` };
  }

  for (const [reader, readable] of Object.entries(READERS)) {
    for (const kind of KINDS) {
      const opens = readable.includes(kind);
      it(`${opens ? 'opens' : 'stays shut'} for ${reader} when it is for ${kind}`, async () => {
        const { href, title, file } = notices.get(kind)!;
        const client = clients.get(reader)!;
        await client.get(href).expect(opens ? 200 : 404);
        await client.get(file).expect(opens ? 200 : 404);
        for (const list of ['/notices', '/notices?q=工资表', '/notices?category=finance', '/notices?item=19'])
          expect((await client.get(list).expect(200)).text.includes(title)).toBe(opens);
      });
    }
  }

  it('is told apart by search, too', async () => {
    const found = async (actor: Actor) => {
      const { page } = await app.get(Search).find(new SearchQuery('工资表'), 'notice', actor, pageRequest('1'));
      return page.items.map(({ url }) => url);
    };
    const hrefs = (kinds: readonly Kind[]) => kinds.map((kind) => notices.get(kind)!.href).toSorted();

    expect(await found(Actor.visitor())).toEqual(hrefs(['public']));
    expect((await found(await app.actor(cast.wu))).toSorted()).toEqual(hrefs(['public', 'staff', 'delegates']));
    expect((await found(await app.actor(cast.zhou))).toSorted()).toEqual(hrefs(['public', 'staff', 'units']));
  });

  it('lets only public notices into the feed and the catalogue, whoever asks', async () => {
    for (const client of clients.values()) {
      for (const door of ['/notices/feed.atom', '/catalogue']) {
        const { text } = await client.get(door).expect(200);
        expect(KINDS.filter((kind) => text.includes(notices.get(kind)!.title))).toEqual(['public']);
      }
    }
  });

  it('shows an unpublished notice to its workers only', async () => {
    const id = await desk.atOffice({ title: '还没公开' });

    for (const [reader, client] of clients)
      await client.get(`/notices/${id}`).expect(reader === 'the publisher' ? 200 : 404);
    await (await app.as(cast.jian)).get(`/notices/${id}`).expect(200);
    for (const door of ['/notices', '/notices/feed.atom', '/catalogue'])
      expect((await app.visitor().get(door)).text).not.toContain('还没公开');
  });

  it('prints nothing that was typed as markup of the page', async () => {
    const probe = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'`{{x}}';
    const { href } = await desk.published({
      title: `标题${probe}`,
      body: `${probe}\n\n## ${probe}\n\n- ${probe}\n\n| ${probe} | b |\n| c | ${probe} |`,
      keywords: probe,
      documentNumber: probe.slice(0, 60),
    });
    for (const door of [href, '/notices', '/notices/feed.atom', '/catalogue']) {
      const { text } = await app.visitor().get(door).expect(200);
      expect(text).not.toContain('<script>alert');
      expect(text).not.toContain('<img src=x');
    }
  });

  it('sends an Atom feed that programs can read, for all categories or one', async () => {
    await desk.published({ title: '食堂 & <价格> “公示”', category: 'welfare', body: '一\u0007二 & <三>' });
    const { text, headers } = await app.visitor().get('/notices/feed.atom?category=welfare').expect(200);

    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(text).toContain('<title>食堂 &amp; &lt;价格&gt; “公示”</title>');
    expect(text).toContain('<summary>一二 &amp; &lt;三&gt;</summary>');
    expect(text).toMatch(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/);
    expect(text.match(/<entry>/g)).toHaveLength(1);
    const ids = [...text.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await app.visitor().get('/notices/feed.atom?category=safety').expect(200)).text).not.toContain('<entry>');
  });

  it('asks the database as often for many notices as for few', async () => {
    const list = () => countQueries(app.db, () => app.visitor().get('/notices').expect(200));
    const work = async () => {
      const ou = await app.as(cast.ou);
      return countQueries(app.db, () => ou.get('/notices/work?tab=all').expect(200));
    };
    const insert = (from: number, to: number) =>
      app.db.query(
        `insert into notice (id, index_number, unit_id, category, attribute, audience_kind, title, body, status, drafted_by, created_at, updated_at, published_at, published_on, fingerprint, audience)
       select gen_random_uuid(), 'cw-other-2025-' || n, $1, 'other', 'own', 'public', '旧闻' || n, $2, 'published', $3, now(), now(), '2025-06-01'::timestamptz + n * interval '1 hour', '2025-06-01', 'x',
              array['public', 'disclosure_office:' || $4] from generate_series($5::int, $6::int) as n`,
        [units.cw.id, BODY, cast.mei.id, units.cw.id, from, to],
      );
    await insert(1, 25);
    const before = [await list(), await work()];
    await insert(26, 60);

    expect([await list(), await work()]).toEqual(before);
    const page = await app.visitor().get('/notices?year=2025&page=3').expect(200);
    expect(page.text).toContain('旧闻20');
    expect(page.text).not.toContain('旧闻21');
  });

  it('is on the list of whose turn it is, with the number in the frame', async () => {
    const id = await desk.draft({ title: '等着审核的通知' });
    await (await app.as(cast.mei)).post(`/notices/${id}/submission`).expect(303);
    const [bai, shi, mei] = [await app.as(cast.bai), await app.as(cast.shi), await app.as(cast.mei)];

    expect((await bai.get('/notices/work').expect(200)).text).toContain('等着审核的通知');
    expect((await shi.get('/notices/work').expect(200)).text).not.toContain('等着审核的通知');
    expect((await mei.get('/notices/work?tab=mine&status=at_head').expect(200)).text).toContain('等着审核的通知');
    expect((await bai.get('/').expect(200)).text).toContain('count-badge');
  });

  it('speaks English, too', async () => {
    const draft = await desk.draft({ audienceKind: 'staff' });
    const { href } = await desk.published({ title: 'Later withdrawn' });
    const [mei, ou] = [await app.as(cast.mei), await app.as(cast.ou)];
    const id = (await app.db.query('select id from notice where index_number = $1', [href.split('/')[2]]))[0]
      .id as string;
    await ou.post(`/notices/${id}/withdrawal`, { 'reason-withdrawal': 'x' }).expect(303);
    const pages = [
      '/notices',
      '/catalogue',
      '/notices/work?tab=all',
      '/notices/work?tab=mine',
      '/notices/new',
      `/notices/${draft}`,
      `/notices/${draft}/edit`,
      href,
    ];
    for (const client of [mei, ou])
      for (const page of pages) {
        const answer = await client.get(page).set('cookie', `session=${client.token}; language=en`);
        expect([200, 403, 404]).toContain(answer.status);
        if (answer.status === 200) expect(answer.text).toContain('<html lang="en"');
      }
    expect((await app.visitor().get(href).set('cookie', 'language=en').expect(410)).text).toContain('was withdrawn');
  });
});
