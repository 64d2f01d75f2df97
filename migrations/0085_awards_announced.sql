-- 评优: dates for nominating and scoring, and the notice that a decided award makes.
alter table award_round
  add column nominate_by date,
  add column score_by    date,
  add constraint award_is_scored_after_nominating check (nominate_by is null or score_by is null or score_by >= nominate_by);

alter table notice add column award_session_id uuid references award_round (session_id);
alter table notice drop constraint notice_result_has_its_congress;
alter table notice add constraint notice_of_a_congress_tells_one_thing check (
  (congress_id is not null) = (case_id is not null or award_session_id is not null)
  and (case_id is null or award_session_id is null));
create unique index notice_of_an_award_is_drafted_once on notice (award_session_id)
  where status not in ('discarded', 'withdrawn');
