-- 督办单: in three levels, each answered in writing. Numbered per congress and year.
create table supervision_notice (
  id            uuid primary key,
  case_id       uuid not null references handling_case (id),
  congress_id   uuid not null references congress (id),
  unit_id       uuid not null references unit (id),
  level         int not null constraint supervision_level_is_known check (level between 1 and 3),
  number        text not null,            -- 督〔2026〕1号
  status        text not null constraint supervision_status_is_known check (status in ('issued', 'answered', 'accepted', 'refused', 'raised')),
  reason        text not null constraint supervision_has_a_reason check (reason <> ''),
  skip_reason   text,                     -- why a level was left out
  answer_by     date not null,
  issued_by     uuid not null references staff (id),
  issuer_name   text not null,
  issued_at     timestamptz not null,
  answered_at   timestamptz,
  decided_by    uuid references staff (id),
  decided_at    timestamptz,
  decision_note text,
  constraint supervision_number_is_unique unique (congress_id, number),
  constraint supervision_answered_has_a_day check (status not in ('answered', 'accepted', 'refused') or answered_at is not null),
  constraint supervision_decided_has_a_decider check ((status in ('accepted', 'refused')) = (decided_by is not null))
);
create index supervision_by_case on supervision_notice (case_id);
create index supervision_by_unit on supervision_notice (unit_id, status);
create index supervision_by_congress on supervision_notice (congress_id, status);
create unique index supervision_is_one_at_a_time on supervision_notice (case_id, unit_id) where status in ('issued', 'answered');
alter table handling_case add supervised_level int not null default 0 constraint case_supervised_level_is_known check (supervised_level between 0 and 3);

-- 重点提案: a named leader, a plan with milestones, a special report at the end.
alter table handling_case
  add key_leader_id     uuid references staff (id),
  add key_plan          text,
  add special_report_at timestamptz;
-- Only generated data had the mark before it could be given: it keeps it where there is a leader to lead.
update handling_case set key_leader_id = leader_id where key_case;
update handling_case set key_case = false where key_case and key_leader_id is null;
alter table handling_case add constraint key_case_has_a_leader check (key_case = (key_leader_id is not null));

create table key_milestone (
  id              uuid primary key,
  case_id         uuid not null references handling_case (id),
  unit_id         uuid not null references unit (id),
  title           text not null constraint milestone_has_a_title check (title <> ''),
  due_on          date not null,
  added_at        timestamptz not null,
  reached_at      timestamptz,
  reached_by      uuid references staff (id),
  dropped_because text,
  constraint milestone_reached_has_somebody check ((reached_at is null) = (reached_by is null)),
  constraint milestone_is_reached_or_dropped check (reached_at is null or dropped_because is null)
);
create index milestone_by_case on key_milestone (case_id, due_on);
create index milestone_by_unit on key_milestone (unit_id) where reached_at is null and dropped_because is null;
create index case_by_key_leader on handling_case (key_leader_id) where key_case;
