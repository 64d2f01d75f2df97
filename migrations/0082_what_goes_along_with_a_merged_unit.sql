-- 机构调整: of two open notices about one case the milder one gives its place to the other when their units become one.
alter table supervision_notice
  drop constraint supervision_status_is_known,
  add constraint supervision_status_is_known check (status in ('issued', 'answered', 'accepted', 'refused', 'raised', 'absorbed'));
alter table supervision_notice
  drop constraint supervision_decided_has_a_decider,
  add constraint supervision_decided_has_a_decider check ((status in ('accepted', 'refused')) = (decided_by is not null));

-- An internal note goes to the successor of its unit, word for word, and is changed in no other way.
create function refuse_change_of_note() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (new.id, new.case_id, new.congress_id, new.text, new.written_by, new.written_at)
      is not distinct from (old.id, old.case_id, old.congress_id, old.text, old.written_by, old.written_at)
    and new.unit_id = (select successor_id from unit where id = old.unit_id) then
    return new;
  end if;
  raise exception 'internal_note is append-only';
end $$;
drop trigger internal_note_is_append_only on internal_note;
create trigger internal_note_is_append_only before update or delete on internal_note for each row execute function refuse_change_of_note();
