-- 上报: a case that its own congress cannot settle ends there; the matter goes on above, under this number.
alter table handling_case
  add column passed_up_to text,
  add constraint case_passed_up_is_withdrawn check (passed_up_to is null or (status = 'withdrawn' and absorbed_into is null));
