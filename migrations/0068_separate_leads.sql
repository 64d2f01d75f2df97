-- 分办: several units lead one case side by side, each with its own clock, talks, reply and number (docs/decisions/0044).
create extension if not exists btree_gist;

-- A duty says itself that its reply is being signed; until now only the case did.
alter table assignment
  drop constraint assignment_status_is_known,
  add constraint assignment_status_is_known check (status in ('to_sign', 'in_handling', 'return_pending', 'in_sign_off', 'done', 'void'));
update assignment set status = 'in_sign_off'
from handling_case record
where record.id = case_id and record.status = 'in_sign_off' and part = 'lead' and assignment.status = 'in_handling';

-- One lead, or several separate ones, never both.
alter table assignment
  add constraint assignment_leads_alone_or_separately exclude using gist (case_id with =, part with <>) where (part <> 'assisting' and status <> 'void');

-- A separate lead's extension; a single lead's stands with the case.
alter table assignment
  add extended_until date,
  add extension_asked_until date,
  add extension_reason text,
  add constraint assignment_extension_asked_is_whole check ((extension_asked_until is null) = (extension_reason is null));

-- The assisting unit that this unit has asked for and the committee has not decided on.
alter table assignment
  add wanted_unit_id uuid references unit (id),
  add wanted_unit_reason text,
  add constraint assignment_wanted_unit_is_whole check ((wanted_unit_id is null) = (wanted_unit_reason is null));

-- A talk belongs to the duty of the unit that had it; of those logged until now it is not known, and they count.
alter table contact add assignment_id uuid references assignment (id);

-- The unit as it was called when its reply was signed: a letter keeps its name when the unit is renamed or merged.
alter table reply add unit_name text;
update reply set unit_name = unit.name
from assignment join unit on unit.id = assignment.unit_id
where assignment.id = reply.assignment_id and reply.status = 'signed';

create function refuse_change_of_unit_name() returns trigger language plpgsql as $$
begin
  if old.status = 'signed' and old.unit_name is not null and new.unit_name is distinct from old.unit_name then
    raise exception 'a signed letter keeps the name of its unit';
  end if;
  return new;
end $$;
create trigger reply_keeps_its_unit_name before update on reply for each row execute function refuse_change_of_unit_name();
