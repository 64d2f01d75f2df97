-- Files that were read and wait for their confirmation.
create table import_draft (
  id           uuid primary key,
  kind         text not null,
  scope_id     uuid,
  staff_id     uuid not null references staff (id),
  file_name    text not null,
  rows         jsonb not null,
  created_at   timestamptz not null,
  confirmed_at timestamptz
);
create index import_draft_by_age on import_draft (created_at);

create index staff_by_pinyin on staff (name collate zh_pinyin, number);
