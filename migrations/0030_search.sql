-- The search index. It holds nothing that cannot be built again from the records.
create table search_document (
  subject_type text not null,
  subject_id   uuid not null,
  url          text not null constraint search_document_address_is_local check (url like '/%'),
  title        text not null,
  body         text not null,
  plain        text not null,       -- title and body as they are compared: one width, lower case
  tokens       tsvector not null,   -- words of the title weigh A, words of the body D, pairs of characters have no place
  audience     text[] not null constraint search_document_audience_is_not_empty check (cardinality(audience) > 0),
  at           timestamptz not null,
  primary key (subject_type, subject_id)
);
create index search_document_by_word on search_document using gin (tokens);
create index search_document_by_time on search_document (at desc);
