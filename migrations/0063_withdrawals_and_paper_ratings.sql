-- 申请撤案 after the assignment, and ratings that came on paper.
create table withdrawal_request (
  id            uuid primary key,
  case_id       uuid not null references handling_case (id),
  origin_id     uuid not null,
  asked_by      uuid not null references staff (id),
  asked_at      timestamptz not null,
  reason        text not null constraint withdrawal_request_has_a_reason check (reason <> ''),
  granted       boolean,                    -- null: not decided
  decided_by    uuid references staff (id),
  decided_at    timestamptz,
  decision_note text,
  constraint withdrawal_decision_is_whole check (
    (granted is null) = (decided_at is null) and (granted is null) = (decided_by is null)),
  constraint withdrawal_refusal_has_a_reason check (granted is not false or decision_note <> ''),
  constraint withdrawal_is_not_decided_by_the_asker check (decided_by <> asked_by)
);
create unique index withdrawal_is_asked_once_at_a_time on withdrawal_request (case_id, origin_id) where granted is null;

-- Who typed in what a proposer had written on the opinion form; the scan hangs on the rating.
alter table rating
  add column entered_by uuid references staff (id),
  add constraint rating_on_paper_names_who_entered_it check (on_paper = (entered_by is not null)),
  add constraint rating_is_not_entered_by_the_rater check (entered_by <> staff_id);
