-- What surrounds the signing of replies: kept versions, deputies for a time, templates and internal notes of a unit.

-- Every text that was handed to the signatures, as it was then.
create table reply_version (
  reply_id      uuid not null references reply (id),
  version       int not null constraint reply_version_counts_from_one check (version >= 1),
  text          text not null,
  outcome_class text not null constraint reply_version_class_is_known check (outcome_class in ('A', 'B', 'C', 'D')),
  promise       text,
  promised_on   date,
  responsible   text,
  submitted_by  uuid not null references staff (id),
  submitted_at  timestamptz not null,
  primary key (reply_id, version)
);
create trigger reply_version_is_append_only before update or delete on reply_version for each row execute function refuse_change();
create trigger reply_version_is_never_emptied before truncate on reply_version for each statement execute function refuse_change();
insert into reply_version (reply_id, version, text, outcome_class, promise, promised_on, responsible, submitted_by, submitted_at)
select id, version, text, outcome_class, promise, promised_on, responsible, drafted_by, updated_at
from reply where status <> 'draft' and outcome_class is not null;

-- 授权代签: from one day to another somebody signs replies for a head or a leader. Ended early it stays in the table.
create table signing_mandate (
  id           uuid primary key,
  principal_id uuid not null references staff (id),
  deputy_id    uuid not null references staff (id),
  part         text not null constraint mandate_part_is_known check (part in ('head', 'leader')),
  unit_id      uuid references unit (id),        -- only for this unit; null: for all of the principal's
  valid_from   date not null,
  valid_until  date not null,
  reason       text not null constraint mandate_has_a_reason check (reason <> ''),
  document     text constraint mandate_document_is_named check (document <> ''),   -- the written authorisation, when somebody else enters it
  entered_by   uuid not null references staff (id),
  entered_at   timestamptz not null,
  revoked_by   uuid references staff (id),
  revoked_at   timestamptz,
  constraint mandate_is_for_somebody_else check (deputy_id <> principal_id),
  constraint mandate_is_not_entered_by_the_deputy check (entered_by <> deputy_id),
  constraint mandate_entered_by_others_is_documented check (entered_by = principal_id or document is not null),
  constraint mandate_ends_after_it_begins check (valid_until >= valid_from),
  constraint mandate_lasts_a_year_at_most check (valid_until <= valid_from + 366),
  constraint mandate_revocation_is_whole check ((revoked_at is null) = (revoked_by is null))
);
create index mandate_by_deputy on signing_mandate (deputy_id, valid_until) where revoked_at is null;
create index mandate_by_principal on signing_mandate (principal_id, valid_until);

alter table reply_signature add column mandate_id uuid references signing_mandate (id);

-- Deputies read what they sign: their keys stand beside those of the head and the leaders.
update handling_case set audience = audience
  || array(select replace(key, 'unit_head:', 'deputy_head:') from unnest(audience) key where key like 'unit\_head:%')
  || array(select 'deputy_' || key from unnest(audience) key where key like 'leader:%')
  || case when leader_id is null then array[]::text[] else array['deputy_of:' || leader_id] end;
update reply set audience = audience
  || array(select replace(key, 'unit_head:', 'deputy_head:') from unnest(audience) key where key like 'unit\_head:%')
  || array(select 'deputy_' || key from unnest(audience) key where key like 'leader:%')
  || (select case when leader_id is null or not ('person:' || leader_id) = any(reply.audience) then array[]::text[] else array['deputy_of:' || leader_id] end
      from handling_case where handling_case.id = reply.case_id);

update search_document set audience = reply.audience from reply
where search_document.subject_type = 'reply' and search_document.subject_id = reply.id;

-- 复文模板: what a unit writes again and again.
create table reply_template (
  id         uuid primary key,
  unit_id    uuid not null references unit (id),
  name       text not null constraint template_has_a_name check (name <> ''),
  text       text not null constraint template_has_a_text check (text <> ''),
  changed_by uuid not null references staff (id),
  changed_at timestamptz not null,
  retired_at timestamptz,
  version    int not null default 1
);
create unique index template_name_is_used_once_in_a_unit on reply_template (unit_id, name) where retired_at is null;

-- 内部备注: of one unit, or of the committee of a congress. Nobody else ever reads them; a wrong one is corrected by another one.
create table internal_note (
  id          uuid primary key,
  case_id     uuid not null references handling_case (id),
  unit_id     uuid references unit (id),
  congress_id uuid references congress (id),
  text        text not null constraint internal_note_has_a_text check (text <> ''),
  written_by  uuid not null references staff (id),
  written_at  timestamptz not null,
  audience    text[] not null constraint internal_note_audience_is_not_empty check (cardinality(audience) > 0),
  constraint internal_note_has_one_owner check ((unit_id is null) <> (congress_id is null)),
  constraint internal_note_is_internal check (not audience && array['public', 'staff'])
);
create index internal_note_by_case on internal_note (case_id, written_at);
create trigger internal_note_is_append_only before update or delete on internal_note for each row execute function refuse_change();
create trigger internal_note_is_never_emptied before truncate on internal_note for each statement execute function refuse_change();
