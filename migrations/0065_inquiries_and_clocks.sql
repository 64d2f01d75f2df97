-- 正由某人处理: who works on a record at the moment, so that two people do not do the same work. Ends by itself.
create table work_claim (
  subject_type text not null,
  subject_id   uuid not null,
  staff_id     uuid not null references staff (id),
  since        timestamptz not null,
  until        timestamptz not null,
  primary key (subject_type, subject_id),
  constraint work_claim_ends_after_it_begins check (until > since)
);

-- 征求承办单位意见: what a unit is asked while a proposal is under review. It reads the text needed and answers once.
create table review_inquiry (
  id          uuid primary key,
  proposal_id uuid not null references proposal (id),
  unit_id     uuid not null references unit (id),
  question    text not null constraint review_inquiry_asks_something check (question <> ''),
  asked_by    uuid not null references staff (id),
  asked_at    timestamptz not null,
  due_on      date not null,
  answer      text constraint review_inquiry_answer_says_something check (answer <> ''),
  answered_by uuid references staff (id),
  answered_at timestamptz,
  audience    text[] not null constraint review_inquiry_audience_is_not_empty check (cardinality(audience) > 0),
  constraint review_inquiry_answer_is_whole check (
    (answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create unique index review_inquiry_is_open_once on review_inquiry (proposal_id, unit_id) where answer is null;
create index review_inquiry_by_proposal on review_inquiry (proposal_id);
create index review_inquiry_by_due on review_inquiry (due_on) where answer is null;

-- An answer is given once.
create function refuse_other_answer() returns trigger language plpgsql as $$
begin
  if old.answer is not null then raise exception 'an answer to the committee is given once'; end if;
  return new;
end $$;
create trigger review_inquiry_is_answered_once before update on review_inquiry
  for each row execute function refuse_other_answer();

-- The clock of a returned proposal, the text as it was then, and what the author had not handed in when the committee went on.
alter table proposal
  add column complete_by     date,
  add column returned_text   jsonb,
  add column unfinished_text jsonb;
