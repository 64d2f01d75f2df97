-- Of several separate leads each one that promised something follows it up by itself: its own date, its own reports. A single lead's stand with the case.
alter table assignment
  add column promise_due_on date,
  add column report_due_on date,
  add constraint assignment_promises_apart check (part = 'separate' or (promise_due_on is null and report_due_on is null)),
  add constraint assignment_reports_on_a_promise check (report_due_on is null or promise_due_on is not null);
-- Which of several leads reported.
alter table dossier_paper add column assignment_id uuid references assignment (id);

-- Until now the first one reported for all.
alter table assignment disable trigger assignment_archived_is_read_only;
update assignment set
  promise_due_on = case when alone.n = 1 then record.promise_due_on else promised.promised_on end,
  report_due_on = record.report_due_on
from handling_case record,
  lateral (select count(distinct assignment_id) as n from reply where case_id = record.id and status = 'signed' and outcome_class = 'B') alone,
  reply promised
where record.id = assignment.case_id and record.promise_due_on is not null and assignment.part = 'separate' and assignment.status = 'done'
  and promised.assignment_id = assignment.id and promised.status = 'signed' and promised.outcome_class = 'B'
  and promised.id = (select id from reply newest where newest.assignment_id = assignment.id and status = 'signed' order by signed_at desc limit 1);
alter table assignment enable trigger assignment_archived_is_read_only;
