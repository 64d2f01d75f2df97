-- How often the calendar has changed, and up to which change it is known that no open date is left to be counted again.
create table calendar_state (
  only_one boolean primary key default true constraint calendar_state_is_one_row check (only_one),
  changes  int not null default 0,
  settled  int not null default 0,
  constraint calendar_state_settles_what_happened check (settled <= changes)
);
insert into calendar_state (changes) select count(*)::int from (select from counted_date limit 1) kept;
