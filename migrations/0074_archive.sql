-- Which session took over a case that its own session left unfinished: it keeps its number and its figures, and is handled by the rules of that one.
alter table handling_case
  add column carried_to uuid references congress_session (id),
  add constraint case_is_carried_to_another_session check (carried_to <> session_id);
create index case_by_carrier on handling_case (carried_to, status) where carried_to is not null;

create function session_is_archived(session uuid) returns boolean language sql stable as $$
  select exists (select from congress_session where id = session and status = 'archived')
$$;

create function case_is_archived(record uuid) returns boolean language sql stable as $$
  select exists (select from handling_case where id = record and session_is_archived(coalesce(carried_to, session_id)))
$$;

-- What lies in the archive is not changed, whatever a program thinks: the last line behind the services.
create function refuse_change_in_the_archive() returns trigger language plpgsql as $$
declare
  archived boolean := false;
begin
  if tg_table_name = 'congress_session' then
    archived := old.status = 'archived';
  elsif tg_table_name = 'handling_case' then
    archived := session_is_archived(coalesce(old.carried_to, old.session_id));
  elsif session_is_archived(old.session_id) then
    -- A text that was never handed in may leave with its author for another session.
    archived := tg_op = 'DELETE' or old.serial is not null or session_is_archived(new.session_id);
  end if;
  if archived then raise exception 'the session of this % is archived', tg_table_name; end if;
  return coalesce(new, old);
end $$;

create trigger session_archived_is_read_only before update or delete on congress_session
  for each row execute function refuse_change_in_the_archive();
create trigger proposal_archived_is_read_only before update or delete on proposal
  for each row execute function refuse_change_in_the_archive();
create trigger case_archived_is_read_only before update or delete on handling_case
  for each row execute function refuse_change_in_the_archive();

create function refuse_change_of_an_archived_part() returns trigger language plpgsql as $$
begin
  if case_is_archived(old.case_id) then raise exception 'the case of this % is archived', tg_table_name; end if;
  return coalesce(new, old);
end $$;

create trigger assignment_archived_is_read_only before update or delete on assignment
  for each row execute function refuse_change_of_an_archived_part();
create trigger contact_archived_is_read_only before update or delete on contact
  for each row execute function refuse_change_of_an_archived_part();
create trigger reply_archived_is_read_only before update or delete on reply
  for each row execute function refuse_change_of_an_archived_part();
