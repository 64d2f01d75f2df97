-- What the bench found on a full school: pages that read a whole table to find a few rows.
create index assignment_by_case on assignment (case_id);
create index notice_by_predecessor on notice (replaces_id) where replaces_id is not null;
