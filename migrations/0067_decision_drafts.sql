-- 审定清单: decisions that are prepared for the meeting and change nothing until they are published.
create table decision_draft (
  proposal_id  uuid primary key references proposal (id),
  session_id   uuid not null references congress_session (id),
  position     int not null constraint decision_draft_counts_from_one check (position >= 1),
  outcome      text not null constraint decision_draft_outcome_is_known check (outcome in ('file', 'convert', 'decline', 'merge', 'split')),
  note         text not null,
  decline_code text references decline_reason (code),
  case_title   text not null constraint decision_draft_title_is_short check (char_length(case_title) <= 50),
  merge_into   text not null,               -- a case, a proposal, or one case of a proposal that is split
  parts        jsonb not null,              -- titles and measures of a split
  version      int not null,                -- a sheet that was read before a change does not publish it
  prepared_by  uuid not null references staff (id),
  prepared_at  timestamptz not null
);
create index decision_draft_by_place on decision_draft (session_id, position);
