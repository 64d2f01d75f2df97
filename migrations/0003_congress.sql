-- Congresses, terms, sessions, delegations, delegates, committee seats.
create table congress (
  id      uuid primary key,
  unit_id uuid not null references unit (id) constraint congress_of_a_unit_is_one unique,
  code    text not null constraint congress_code_is_unique unique,
  name    text not null
);

create table congress_term (
  id          uuid primary key,
  congress_id uuid not null references congress (id),
  number      int not null constraint congress_term_number_is_positive check (number > 0),
  starts_on   date not null,
  ends_on     date not null,
  constraint congress_term_is_numbered_once unique (congress_id, number),
  constraint congress_term_ends_after_it_begins check (ends_on > starts_on)
);

create table congress_session (
  id            uuid primary key,
  term_id       uuid not null references congress_term (id),
  number        int not null constraint congress_session_number_is_positive check (number > 0),
  status        text not null constraint congress_session_status_is_known check (status in ('preparing', 'open', 'closed', 'archived')),
  held_from     date,
  held_until    date,
  window_from   timestamptz,
  window_until  timestamptz,
  settings      jsonb not null default '{}',
  constraint congress_session_is_numbered_once unique (term_id, number),
  constraint congress_session_window_is_whole check ((window_from is null) = (window_until is null) and window_until >= window_from)
);

create table delegation (
  id      uuid primary key,
  term_id uuid not null references congress_term (id),
  number  int not null,
  name    text not null,
  constraint delegation_is_numbered_once unique (term_id, number)
);

create table delegation_unit (
  delegation_id uuid not null references delegation (id),
  unit_id       uuid not null references unit (id),
  primary key (delegation_id, unit_id)
);

create table delegate (
  id            uuid primary key,
  term_id       uuid not null references congress_term (id),
  staff_id      uuid not null references staff (id),
  delegation_id uuid references delegation (id),
  kind          text not null constraint delegate_kind_is_known check (kind in ('delegate', 'observer', 'invited')),
  post          text constraint delegate_post_is_known check (post in ('head', 'deputy', 'secretary')),
  valid_from    date not null,
  valid_until   date,
  constraint delegate_is_listed_once_a_term unique (term_id, staff_id),
  constraint delegate_proper_has_a_delegation check (kind <> 'delegate' or delegation_id is not null)
);
create index delegate_by_delegation on delegate (delegation_id);
create index delegate_by_person on delegate (staff_id);

create table committee_seat (
  id          uuid primary key,
  term_id     uuid not null references congress_term (id),
  staff_id    uuid not null references staff (id),
  role        text not null constraint committee_seat_role_is_known check (role in ('committee_chair', 'committee_member', 'committee_secretary', 'presidium')),
  valid_from  date not null,
  valid_until date,
  constraint committee_seat_is_given_once unique (term_id, staff_id, role)
);
create index committee_seat_by_person on committee_seat (staff_id);

-- Counters behind serial numbers; the row is locked while a number is given, so a number is given once.
create table number_series (
  name text primary key,
  last int not null
);
