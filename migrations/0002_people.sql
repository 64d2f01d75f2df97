-- Units, staff, accounts, sessions of the browser, roles.
create table unit (
  id        uuid primary key,
  code      text not null constraint unit_code_is_unique unique,
  name      text not null constraint unit_has_a_name check (name <> ''),
  short     text not null,
  kind      text not null constraint unit_kind_is_known check (kind in ('union', 'university', 'school', 'office', 'faculty', 'department')),
  parent_id uuid references unit (id),
  position  int not null default 0,
  active    boolean not null default true,
  constraint unit_is_not_its_own_parent check (parent_id <> id)
);
create index unit_by_parent on unit (parent_id);

create table staff (
  id       uuid primary key,
  number   text not null constraint staff_number_is_unique unique,
  name     text not null constraint staff_has_a_name check (name <> ''),
  unit_id  uuid not null references unit (id),
  title    text not null default '',
  mail     text,
  phone    text,
  active   boolean not null default true,
  left_on  date
);
create index staff_by_unit on staff (unit_id);
create index staff_by_name on staff using gin (name gin_trgm_ops);

create table account (
  staff_id        uuid primary key references staff (id),
  password_hash   text,
  failed_attempts int not null default 0,
  locked_until    timestamptz,
  language        text not null default 'zh' constraint account_language_is_known check (language in ('zh', 'en')),
  mail_failed_at  timestamptz,
  created_at      timestamptz not null
);

create table browser_session (
  id         uuid primary key,
  token_hash text not null constraint browser_session_token_is_unique unique,
  staff_id   uuid not null references staff (id),
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  ended_at   timestamptz,
  address    text not null,
  agent      text not null
);
create index browser_session_by_person on browser_session (staff_id, seen_at desc);

create table sign_in_link (
  id         uuid primary key,
  token_hash text not null constraint sign_in_link_token_is_unique unique,
  staff_id   uuid not null references staff (id),
  purpose    text not null constraint sign_in_link_purpose_is_known check (purpose in ('first', 'forgotten')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- What somebody typed into a form whose session had ended; given back after sign-in.
create table parked_form (
  id         uuid primary key,
  token_hash text not null constraint parked_form_token_is_unique unique,
  staff_id   uuid references staff (id),
  path       text not null,
  fields     jsonb not null,
  created_at timestamptz not null
);

create table role_grant (
  id          uuid primary key,
  staff_id    uuid not null references staff (id),
  role        text not null constraint role_grant_role_is_known check (role in (
                'unit_officer', 'unit_head', 'leader', 'publisher', 'disclosure_office',
                'secrecy_reviewer', 'supervisor', 'administrator')),
  unit_id     uuid not null references unit (id),
  valid_from  date not null,
  valid_until date,
  granted_by  uuid references staff (id),
  constraint role_grant_ends_after_it_begins check (valid_until is null or valid_until >= valid_from),
  constraint role_grant_is_given_once unique (staff_id, role, unit_id, valid_from)
);
create index role_grant_by_unit on role_grant (unit_id, role);
