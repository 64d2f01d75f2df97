-- The figures of a session as they were when it was closed; closed again, they are kept again.
create table session_snapshot (
  id         uuid primary key,
  session_id uuid not null references congress_session (id),
  taken_at   timestamptz not null,
  as_of      date not null,
  figures    jsonb not null constraint snapshot_has_figures check (figures ? 'rates' and figures ? 'groups' and figures ? 'units')
);
create index snapshot_of_a_session on session_snapshot (session_id, taken_at desc);
create trigger session_snapshot_is_append_only before update or delete on session_snapshot
  for each row execute function refuse_change();
create trigger session_snapshot_is_never_emptied before truncate on session_snapshot
  for each statement execute function refuse_change();
