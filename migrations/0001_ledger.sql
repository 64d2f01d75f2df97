-- The append-only ledger: every change of every record leaves one row here.
create extension if not exists pg_trgm;

create collation if not exists zh_pinyin (provider = icu, locale = 'zh-u-co-pinyin');

create table ledger_event (
  id            uuid primary key,
  subject_type  text not null,
  subject_id    uuid not null,
  position      int not null constraint ledger_event_position_counts_from_one check (position >= 1),
  action        text not null,
  actor_id      uuid,
  actor_name    text not null,
  role          text,
  at            timestamptz not null,
  from_status   text,
  to_status     text,
  note          text,
  data          jsonb not null default '{}',
  previous_hash text,
  hash          text not null,
  constraint ledger_event_has_one_place unique (subject_id, position),
  constraint ledger_event_only_the_first_has_no_predecessor check ((position = 1) = (previous_hash is null))
);

create index ledger_event_by_time on ledger_event (at desc);
create index ledger_event_by_actor on ledger_event (actor_id, at desc);
create index ledger_event_by_kind on ledger_event (subject_type, action, at desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: a wrong entry is corrected by another entry', tg_table_name;
end $$;

create trigger ledger_event_is_append_only before update or delete on ledger_event
  for each row execute function refuse_change();
create trigger ledger_event_is_never_emptied before truncate on ledger_event
  for each statement execute function refuse_change();

-- Facts about this installation that processes share (for example the clock of the demo).
create table site_fact (
  name  text primary key,
  value jsonb not null
);
