-- What delegates write, who joins and who seconds.
create table proposal (
  id              uuid primary key,
  serial          text constraint proposal_serial_is_unique unique
                  constraint proposal_serial_is_well_formed check (serial ~ '^\d{4}-\d{4,}$'),
  session_id      uuid not null references congress_session (id),
  congress_id     uuid not null references congress (id),
  congress_unit_id uuid not null references unit (id),
  author_id       uuid not null references staff (id),
  delegation_id   uuid references delegation (id),
  status          text not null constraint proposal_status_is_known check (status in (
                    'draft', 'seconding', 'delegation_check', 'submitted', 'returned', 'under_review', 'referred',
                    'filed', 'merged', 'converted', 'declined', 'withdrawn')),
  title           text not null constraint proposal_title_is_short check (char_length(title) <= 50),
  -- The title without its formal frame, for comparing titles.
  title_core      text not null generated always as (regexp_replace(title, '^关于|的?(提案|建议)$', '', 'g')) stored,
  key_words       text[] not null default '{}',
  category        text constraint proposal_category_is_known check (category in (
                    'development', 'teaching', 'research', 'personnel', 'welfare', 'campus', 'digital', 'finance', 'students', 'other')),
  reason          text not null,
  measures        text not null,
  wished_unit_id  uuid references unit (id),
  publishable     boolean not null,
  publish_refusal text not null,
  confidential    boolean not null default false,
  text_version    int not null default 1,   -- seconds given to an older one do not count
  version         int not null default 0,   -- every saving of the text
  saved_by_page   uuid,                     -- the page from which the text was saved last
  created_at      timestamptz not null,
  saved_at        timestamptz not null,
  submitted_at    timestamptz,
  review_by       date,                     -- the committee decides by this day
  taken_up_at     timestamptz,
  return_note     text,
  decided_at      timestamptz,
  decision_note   text,
  decline_code    text references decline_reason (code),
  withdraw_note   text,
  audience        text[] not null constraint proposal_audience_is_not_empty check (cardinality(audience) > 0),
  constraint proposal_submitted_has_serial check (
    (serial is null) = (submitted_at is null) and (status not in ('submitted', 'returned', 'under_review', 'referred',
    'filed', 'merged', 'converted', 'declined') or serial is not null)),
  constraint proposal_declined_has_reason check (status <> 'declined' or (decline_code is not null and decision_note <> '')),
  constraint proposal_decided_has_a_date check (status not in ('filed', 'converted', 'declined') or decided_at is not null),
  constraint proposal_beyond_draft_is_complete check (status in ('draft', 'withdrawn')
    or (title <> '' and category is not null and reason <> '' and measures <> '' and (publishable or publish_refusal <> '')))
);
create index proposal_by_session on proposal (session_id, status);
create index proposal_by_author on proposal (author_id);
create index proposal_by_audience on proposal using gin (audience);
create index proposal_by_title on proposal using gin (title_core gin_trgm_ops);
create index proposal_by_key_words on proposal using gin (key_words);

create table proposal_joint (
  id          uuid primary key,
  proposal_id uuid not null references proposal (id),
  staff_id    uuid not null references staff (id),
  status      text not null constraint proposal_joint_status_is_known check (status in ('invited', 'joined', 'left')),
  invited_at  timestamptz not null,
  answered_at timestamptz,
  constraint proposal_joint_is_named_once unique (proposal_id, staff_id)
);
create index proposal_joint_by_person on proposal_joint (staff_id, status);

create table proposal_second (
  id           uuid primary key,
  proposal_id  uuid not null references proposal (id),
  staff_id     uuid not null references staff (id),
  status       text not null constraint proposal_second_status_is_known check (status in ('invited', 'seconded', 'declined', 'cancelled')),
  text_version int not null default 0,      -- the text that was signed
  remark       text not null default '',
  invited_at   timestamptz not null,
  answered_at  timestamptz,
  constraint proposal_second_counts_a_person_once unique (proposal_id, staff_id),
  constraint proposal_second_signed_names_its_text check (status <> 'seconded' or (text_version > 0 and answered_at is not null))
);
create index proposal_second_by_person on proposal_second (staff_id, status);

-- Nobody seconds what is their own.
create function refuse_own_second() returns trigger language plpgsql as $$
begin
  if new.status in ('invited', 'seconded') and (
    exists (select from proposal where id = new.proposal_id and author_id = new.staff_id)
    or exists (select from proposal_joint where proposal_id = new.proposal_id and staff_id = new.staff_id and status <> 'left')) then
    raise exception 'a proposer does not second the own proposal';
  end if;
  return new;
end $$;
create trigger proposal_second_is_not_the_proposer before insert or update on proposal_second
  for each row execute function refuse_own_second();
