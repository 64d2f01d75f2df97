-- 机构调整: a unit that was merged into another one knows its successor; it stays in history and statistics and is chosen no more.
alter table unit
  add successor_id uuid references unit (id),
  add constraint unit_does_not_succeed_itself check (successor_id <> id),
  add constraint unit_with_successor_is_retired check (successor_id is null or not active);
