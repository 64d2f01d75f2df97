-- Public holidays and make-up working days. A year that is not listed is unknown: no due date may fall into it.
create table calendar_year (
  year   int primary key constraint calendar_year_is_believable check (year between 2000 and 2100),
  source text not null
);

create table calendar_day (
  date       date primary key,
  is_workday boolean not null,
  name       text not null
);
