-- The promise, the responsible person and the date are part of a signed reply as much as its text.
create or replace function refuse_change_of_signed_reply() returns trigger language plpgsql as $$
begin
  if old.status = 'signed' and (tg_op = 'DELETE' or
     (new.case_id, new.assignment_id, new.round, new.status, new.version, new.text, new.outcome_class, new.promise,
      new.promised_on, new.responsible, new.number, new.signed_at, new.fingerprint)
     is distinct from
     (old.case_id, old.assignment_id, old.round, old.status, old.version, old.text, old.outcome_class, old.promise,
      old.promised_on, old.responsible, old.number, old.signed_at, old.fingerprint)) then
    raise exception 'a signed reply is frozen';
  end if;
  return coalesce(new, old);
end $$;

create trigger reply_is_never_emptied before truncate on reply for each statement execute function refuse_change();
create trigger rating_is_never_emptied before truncate on rating for each statement execute function refuse_change();
create trigger signature_is_never_emptied before truncate on reply_signature for each statement execute function refuse_change();

create index reply_by_status on reply (status) where status in ('draft', 'at_head', 'at_leader');
create index case_by_rate_by on handling_case (rate_by) where status = 'replied';
