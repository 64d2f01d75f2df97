-- A wish to withdraw that still waits when a reply of its case is issued has come to nothing: nobody decided it, it lapsed.
alter table withdrawal_request
  add column lapsed_at timestamptz,
  add constraint withdrawal_lapses_undecided check (lapsed_at is null or granted is null);
drop index withdrawal_is_asked_once_at_a_time;
create unique index withdrawal_is_asked_once_at_a_time on withdrawal_request (case_id, origin_id) where granted is null and lapsed_at is null;
-- Until now such wishes were left waiting.
update withdrawal_request set lapsed_at = first.signed_at
from (select case_id, min(signed_at) as signed_at from reply where status = 'signed' group by case_id) first
where first.case_id = withdrawal_request.case_id and granted is null;
