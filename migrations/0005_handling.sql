-- Cases and their handling: parties, origins, assignments, contacts, replies, signatures, ratings.
create table handling_case (
  id             uuid primary key,
  ref            text not null constraint case_ref_is_unique unique,            -- 8-3-018, used in addresses
  number         text not null constraint case_number_is_unique unique,         -- 第八届三次第018号
  kind           text not null constraint case_kind_is_known check (kind in ('proposal', 'suggestion', 'letter', 'request')),
  congress_id    uuid not null references congress (id),
  session_id     uuid not null references congress_session (id),
  title          text not null,
  category       text not null,
  status         text not null constraint case_status_is_known check (status in (
                   'open', 'assigned', 'in_handling', 'return_pending', 'in_sign_off', 'replied', 'rated', 'follow_up', 'concluded', 'withdrawn')),
  leader_id      uuid references staff (id),
  lead_unit_id   uuid references unit (id),
  round          int not null default 1 constraint case_round_counts_from_one check (round >= 1),
  outcome_class  text constraint case_class_is_known check (outcome_class in ('A', 'B', 'C', 'D')),
  final_rating   text constraint case_rating_is_known check (final_rating in ('satisfied', 'mostly', 'dissatisfied', 'no_answer')),
  publishable    boolean not null,      -- the authors agreed to publication
  confidential   boolean not null default false,
  key_case       boolean not null default false,
  opened_at      timestamptz not null,
  assigned_at    timestamptz,
  sign_by        date,                  -- the lead unit signs for it by this day
  due_on         date,                  -- the lead unit replies by this day
  extended_until date,
  replied_at     timestamptz,
  rate_by        date,
  rated_at       timestamptz,
  promise_due_on date,
  concluded_at   timestamptz,
  published_at   timestamptz,
  audience       text[] not null constraint case_audience_is_not_empty check (cardinality(audience) > 0),
  version        int not null default 1,
  constraint case_assigned_has_lead check (status in ('open', 'withdrawn') or lead_unit_id is not null),
  constraint case_replied_has_class check (status not in ('replied', 'rated', 'follow_up') or outcome_class is not null)
);
create index case_by_session on handling_case (session_id, status);
create index case_by_due on handling_case (due_on) where status in ('assigned', 'in_handling', 'return_pending', 'in_sign_off');
create index case_by_lead on handling_case (lead_unit_id, status);
create index case_by_audience on handling_case using gin (audience);

-- What was written, frozen when the case was opened. The originals stay where they are.
create table case_origin (
  case_id     uuid not null references handling_case (id),
  origin_type text not null,
  origin_id   uuid not null,
  ref         text not null,            -- 2026-0061
  title       text not null,
  reason      text not null,
  measures    text not null,
  author_name text not null,
  author_unit text not null,
  primary key (case_id, origin_id)
);
create index case_origin_by_origin on case_origin (origin_id);

-- Whose matter it is: they get the reply and rate it.
create table case_party (
  case_id  uuid not null references handling_case (id),
  staff_id uuid not null references staff (id),
  part     text not null constraint case_party_part_is_known check (part in ('lead', 'joint')),
  primary key (case_id, staff_id)
);
create index case_party_by_person on case_party (staff_id);

create table assignment (
  id            uuid primary key,
  case_id       uuid not null references handling_case (id),
  unit_id       uuid not null references unit (id),
  part          text not null constraint assignment_part_is_known check (part in ('lead', 'assisting', 'separate')),
  status        text not null constraint assignment_status_is_known check (status in ('to_sign', 'in_handling', 'return_pending', 'done', 'void')),
  assigned_at   timestamptz not null,
  sign_by       date not null,
  due_on        date not null,
  signed_for_at timestamptz,
  signed_for_by uuid references staff (id),
  opinion       text,
  opinion_at    timestamptz,
  opinion_by    uuid references staff (id),
  override_reason text,                 -- the committee went on without this opinion
  return_reason text,
  suggested_unit_id uuid references unit (id),
  done_at       timestamptz,
  constraint assignment_signed_has_signer check ((signed_for_at is null) = (signed_for_by is null)),
  constraint assignment_opinion_is_whole check ((opinion is null) = (opinion_at is null))
);
create unique index assignment_has_one_lead on assignment (case_id) where part = 'lead' and status <> 'void';
create unique index assignment_names_a_unit_once on assignment (case_id, unit_id) where status <> 'void';
create index assignment_by_unit on assignment (unit_id, status);

create table contact (
  id          uuid primary key,
  case_id     uuid not null references handling_case (id),
  round       int not null,
  happened_on date not null,
  way         text not null constraint contact_way_is_known check (way in ('visit', 'phone', 'meeting', 'mail')),
  head_present boolean not null default false,
  summary     text not null constraint contact_has_a_summary check (summary <> ''),
  logged_by   uuid not null references staff (id),
  logged_at   timestamptz not null
);
create index contact_by_case on contact (case_id);

create table reply (
  id             uuid primary key,
  case_id        uuid not null references handling_case (id),
  assignment_id  uuid not null references assignment (id),
  round          int not null,
  status         text not null constraint reply_status_is_known check (status in ('draft', 'at_head', 'at_leader', 'signed')),
  version        int not null default 1,
  text           text not null,
  outcome_class  text constraint reply_class_is_known check (outcome_class in ('A', 'B', 'C', 'D')),
  promise        text,
  promised_on    date,
  responsible    text,
  number         text constraint reply_number_is_unique unique,   -- 江大后勤〔2026〕复3号
  drafted_by     uuid not null references staff (id),
  updated_at     timestamptz not null,
  signed_at      timestamptz,
  fingerprint    text,
  return_comment text,
  audience       text[] not null constraint reply_audience_is_not_empty check (cardinality(audience) > 0),
  constraint reply_is_one_a_round unique (assignment_id, round),
  constraint reply_class_b_promises check (status = 'draft' or outcome_class <> 'B' or (promised_on is not null and responsible <> '')),
  constraint reply_signed_is_frozen check (status <> 'signed' or (signed_at is not null and fingerprint is not null and number is not null and outcome_class is not null))
);
create index reply_by_case on reply (case_id);

create table reply_signature (
  id        uuid primary key,
  reply_id  uuid not null references reply (id),
  version   int not null,
  part      text not null constraint signature_part_is_known check (part in ('head', 'leader')),
  staff_id  uuid not null references staff (id),
  signed_at timestamptz not null,
  note      text,
  constraint signature_is_given_once unique (reply_id, version, part)
);

create table rating (
  id        uuid primary key,
  case_id   uuid not null references handling_case (id),
  round     int not null,
  staff_id  uuid not null references staff (id),
  attitude  text not null constraint rating_attitude_is_known check (attitude in ('satisfied', 'mostly', 'dissatisfied')),
  result    text not null constraint rating_result_is_known check (result in ('satisfied', 'mostly', 'dissatisfied')),
  reason    text,
  on_paper  boolean not null default false,
  rated_at  timestamptz not null,
  constraint rating_is_given_once unique (case_id, round, staff_id),
  constraint rating_dissatisfied_has_a_reason check ((attitude <> 'dissatisfied' and result <> 'dissatisfied') or reason <> '')
);

-- A signed reply and a given rating are never changed.
create function refuse_change_of_signed_reply() returns trigger language plpgsql as $$
begin
  if old.status = 'signed' and (tg_op = 'DELETE' or new.text <> old.text or new.outcome_class <> old.outcome_class or new.status <> 'signed'
     or new.fingerprint <> old.fingerprint or new.number <> old.number) then
    raise exception 'a signed reply is frozen';
  end if;
  return coalesce(new, old);
end $$;
create trigger reply_signed_is_frozen before update or delete on reply for each row execute function refuse_change_of_signed_reply();
create trigger rating_is_append_only before update or delete on rating for each row execute function refuse_change();
create trigger signature_is_append_only before update or delete on reply_signature for each row execute function refuse_change();
