-- After the last round the presidium or the leader in charge decides; what was decided is explained on the page of the case.
alter table handling_case drop constraint case_status_is_known;
alter table handling_case add constraint case_status_is_known check (status in (
  'open', 'assigned', 'in_handling', 'return_pending', 'in_sign_off', 'replied', 'rated', 'referred', 'follow_up', 'concluded', 'withdrawn'));
alter table handling_case
  add referred_to    text constraint case_referee_is_known check (referred_to in ('presidium', 'leader')),
  add final_handling boolean not null default false,
  add explanation    text,
  add report_due_on  date,              -- the next quarterly report on the promise
  add constraint case_referred_has_a_referee check (status <> 'referred' or referred_to is not null),
  add constraint case_referred_has_class check (status <> 'referred' or outcome_class is not null);

-- Promises that are being followed up already owe their reports from the next quarter on.
update handling_case set report_due_on =
  ((replied_at at time zone 'Asia/Shanghai')::date
   + (floor((extract(year from age(now(), replied_at)) * 12 + extract(month from age(now(), replied_at))) / 3) + 1) * interval '3 months')::date
where status = 'follow_up' and replied_at is not null
  and not exists (select from congress_session where id = session_id and status = 'archived');

-- Dated papers in the file of a case, with attachments of their own. They are added, never changed.
create table dossier_paper (
  id            uuid primary key,
  case_id       uuid not null references handling_case (id),
  kind          text not null constraint paper_kind_is_known check (kind in ('progress', 'meeting', 'instruction', 'special_report', 'milestone', 'notice_answer')),
  about_id      uuid,                   -- the milestone or the notice it speaks of
  text          text not null constraint paper_says_something check (text <> ''),
  percent       int constraint paper_percent_is_one check (percent between 0 and 100),
  held_on       date,
  attendees     text,
  without_files text,                   -- why there is no evidence
  written_by    uuid not null references staff (id),
  writer_name   text not null,
  written_at    timestamptz not null,
  constraint paper_progress_has_a_percentage check ((kind = 'progress') = (percent is not null)),
  constraint paper_meeting_has_a_day check ((kind = 'meeting') = (held_on is not null and attendees is not null)),
  constraint paper_speaks_of_its_matter check ((kind in ('milestone', 'notice_answer')) = (about_id is not null))
);
create index dossier_paper_by_case on dossier_paper (case_id, written_at);
create unique index special_report_is_one on dossier_paper (case_id) where kind = 'special_report';
create trigger dossier_paper_is_append_only before update or delete on dossier_paper for each row execute function refuse_change();
create trigger dossier_paper_is_never_emptied before truncate on dossier_paper for each statement execute function refuse_change();
create index case_by_promise on handling_case (promise_due_on) where status = 'follow_up';
