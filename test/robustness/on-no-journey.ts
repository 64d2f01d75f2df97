const BOOKS =
  'A desk of the administrator: entries of one row each, kept by a constraint; no step of a proposal or a case.';
const OWN = 'Concerns nothing but the own account.';
const NOTHING_KEPT = 'Writes nothing: shows what was chosen once more, or again with what was typed.';

/** Steps that no journey takes, and why. Whoever adds a route puts it on a journey, or here. */
export const ON_NO_JOURNEY: Readonly<Record<string, string>> = {
  'POST /admin/calendar/:year/days': BOOKS,
  'POST /admin/calendar/:year/days/:date/removal': BOOKS,
  'POST /admin/calendar/import': BOOKS,
  'POST /admin/congress/delegates/:id': BOOKS,
  'POST /admin/congress/delegates/:id/end': BOOKS,
  'POST /admin/congress/seats/:id/end': BOOKS,
  'POST /admin/congress/sessions/:id/settings': BOOKS,
  'POST /admin/congress/terms/:id/delegates/import': BOOKS,
  'POST /admin/imports/:id/confirmation': BOOKS,
  'POST /admin/roles': BOOKS,
  'POST /admin/roles/:id/end': BOOKS,
  'POST /admin/staff': BOOKS,
  'POST /admin/staff/:id': BOOKS,
  'POST /admin/staff/:id/return': BOOKS,
  'POST /admin/staff/import': BOOKS,
  'POST /admin/units': BOOKS,
  'POST /admin/units/:id': BOOKS,
  'POST /admin/units/:id/move': BOOKS,
  'POST /admin/units/:id/restoration': BOOKS,
  'POST /admin/units/:id/retirement': BOOKS,
  'POST /cases/:ref/rating/check': NOTHING_KEPT,
  'POST /cases/:ref/rating/form': NOTHING_KEPT,
  'POST /demo/sign-in': OWN,
  'POST /language': OWN,
  'POST /me/language': OWN,
  'POST /me/messages/preferences': OWN,
  'POST /me/messages/read': OWN,
  'POST /me/password': OWN,
  'POST /me/sessions/:id/end': OWN,
  'POST /me/sessions/end': OWN,
  'POST /notices/:id/draft':
    'Saves what is typed into a notice; the room of disclosure has its own journeys in issue 4.',
  'POST /notices/:id/revision': 'Of the room of disclosure, whose side roads come with issue 4.',
  'POST /sign-in': OWN,
  'POST /sign-in/link': OWN,
  'POST /sign-in/link/:token': OWN,
  'POST /sign-out': OWN,
  'POST /unsubscribe/:staffId/:what/:signature': OWN,
};
