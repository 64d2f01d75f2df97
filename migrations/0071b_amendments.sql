-- 补充更正答复: a reply that amends one which was issued. It walks the same way; the amended one stays as it is.
alter table reply
  add column amends_id uuid references reply (id),
  add column amendment_reason text,
  add constraint amendment_gives_its_reason check (amends_id is null or status = 'draft' or amendment_reason <> ''),
  add constraint only_an_amendment_has_a_reason check (amends_id is not null or amendment_reason is null),
  add constraint amendment_amends_another_reply check (amends_id <> id),
  drop constraint reply_is_one_a_round;
create unique index reply_is_one_a_round on reply (assignment_id, round) where amends_id is null;
create unique index amendment_is_one_at_a_time on reply (amends_id) where status <> 'signed';
create index reply_by_amended on reply (amends_id) where amends_id is not null;

create function refuse_change_of_amendment() returns trigger language plpgsql as $$
begin
  if new.amends_id is distinct from old.amends_id
     or (old.status = 'signed' and new.amendment_reason is distinct from old.amendment_reason) then
    raise exception 'what a reply amends, and why, stays as it was signed';
  end if;
  return new;
end $$;
create trigger amendment_stays_one before update on reply for each row execute function refuse_change_of_amendment();
