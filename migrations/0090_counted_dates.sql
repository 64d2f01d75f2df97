-- How an open due date was counted, kept from the first change of the calendar after it was given: so many working days after the day of an event.
-- It speaks for the date as long as the record still has this very date, counted from this very day; a date given by hand afterwards is another one.
create table counted_date (
  holder_id    uuid not null,             -- the row with the date: a case, an assignment, a proposal, an inquiry
  field        text not null,
  counted_from date not null,
  days         int not null constraint counted_date_has_days check (days > 0),
  due_on       date not null,
  primary key (holder_id, field),
  constraint counted_date_is_later check (due_on > counted_from)
);

-- A deadline that the chair chose as a date was never counted. Those given before this migration count as counted.
alter table assignment add column due_chosen boolean not null default false;

-- Messages that come in one mail together: the mail in which this one was, or will be, sent.
alter table notification add column collected_in uuid references mail (id);
create index notification_by_collection on notification (collected_in) where collected_in is not null;
