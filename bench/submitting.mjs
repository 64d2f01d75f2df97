const CLIENTS = 8;
const EACH = 40;

/** Proposals that only wait to be submitted are submitted by eight delegates, one after the other each. */
export async function submitProposals({ db, address, signIn }) {
  const clients = await prepared(db, signIn);
  const times = [];
  const began = performance.now();
  await Promise.all(
    clients.map(async ({ cookie, ids }) => {
      for (const id of ids) times.push(await submit(`${address}/proposals/${id}/submission`, cookie, address));
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { clients: CLIENTS, count: times.length, rate: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

async function submit(url, cookie, origin) {
  const began = performance.now();
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers: { cookie, origin } });
  await answer.arrayBuffer();
  if (answer.status !== 303) throw new Error(`submission answers ${answer.status}`);
  return performance.now() - began;
}

/** Copies of a proposal of the present session, seconded by two colleagues of each author. */
async function prepared(db, signIn) {
  const { rows: delegates } = await db.query(
    "select staff_id as id from delegate where kind = 'delegate' order by id limit 20",
  );
  const [first, second] = delegates.splice(CLIENTS, 2);
  const clients = [];
  for (const { id: author } of delegates.slice(0, CLIENTS)) {
    const { rows } = await db.query(
      `insert into proposal (id, session_id, congress_id, congress_unit_id, author_id, status, title, category, reason, measures,
         publishable, publish_refusal, created_at, saved_at, audience)
       select gen_random_uuid(), session.id, term.congress_id, congress.unit_id, $1::uuid, 'seconding', '关于试行网上办事的提案 ' || n, 'digital',
         repeat('办一件事要跑三个窗口。', 20), repeat('由信息化中心牵头改为网上办理。', 10), true, '', now(), now(), array['person:' || $1::text]
       from congress_session session join congress_term term on term.id = term_id join congress on congress.id = congress_id,
         generate_series(1, $2::int) n
       where session.status = 'open' returning id`,
      [author, EACH],
    );
    const ids = rows.map(({ id }) => id);
    await db.query(
      `insert into proposal_second (id, proposal_id, staff_id, status, text_version, invited_at, answered_at)
       select gen_random_uuid(), proposal, seconder, 'seconded', 1, now(), now() from unnest($1::uuid[]) proposal, unnest($2::uuid[]) seconder`,
      [ids, [first.id, second.id]],
    );
    clients.push({ cookie: await signIn(author), ids });
  }
  return clients;
}
