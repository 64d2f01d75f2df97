/** The pages that are measured, as a browser asks for them. */
export async function pagesOf({ db, signIn }) {
  const browser = { accept: 'text/html', 'accept-encoding': 'gzip, br', 'accept-language': 'zh-CN' };
  const one = async (sql) => (await db.query(sql)).rows[0];
  const notice = await one(
    "select index_number as ref from notice where status = 'published' and 'public' = any(audience) order by published_at desc offset 50",
  );
  const handled = await one(`
    select ref, signed_for_by as officer from handling_case join assignment on case_id = handling_case.id
    where handling_case.status = 'in_handling' and part = 'lead' order by ref limit 1`);
  const noticePage = `/notices/${encodeURIComponent(notice.ref)}`;
  const fresh = { ...browser, cookie: 'session=unknown' };
  const signedIn = { ...browser, cookie: await signIn(handled.officer) };
  return [
    { name: 'notice, kept page', path: noticePage, headers: browser },
    { name: 'notice, rendered', path: noticePage, headers: fresh },
    { name: 'notices, rendered', path: '/notices', headers: fresh },
    { name: 'home, rendered', path: '/', headers: fresh },
    { name: 'home, signed in', path: '/', headers: signedIn },
    { name: 'proposals, rendered', path: '/proposals', headers: fresh },
    { name: 'proposals, signed in', path: '/proposals', headers: signedIn },
    { name: 'case, signed in', path: `/cases/${handled.ref}`, headers: signedIn },
    { name: 'search', path: `/search?q=${encodeURIComponent('充电点')}`, headers: fresh },
  ];
}
