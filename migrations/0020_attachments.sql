-- Files that belong to a record of another room. The content lies in the storage under its SHA-256; the row says whose it is.
create table attachment (
  id            uuid primary key,
  owner_type    text not null,
  owner_id      uuid not null,
  position      int not null constraint attachment_owner_has_at_most_ten check (position between 1 and 10),
  name          text not null constraint attachment_has_a_name check (char_length(name) between 1 and 100),
  type          text not null,          -- extension in small letters: pdf, docx, png …
  bytes         bigint not null constraint attachment_is_not_empty check (bytes > 0),
  sha256        text not null constraint attachment_has_a_fingerprint check (sha256 ~ '^[0-9a-f]{64}$'),
  added_by      uuid references staff (id),
  added_by_name text not null,
  added_at      timestamptz not null,
  constraint attachment_has_one_place unique (owner_type, owner_id, position)
);
create index attachment_by_content on attachment (sha256);
