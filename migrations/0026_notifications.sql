-- What somebody was told on the site: once per person, event and kind.
create table notification (
  id           uuid primary key,
  staff_id     uuid not null references staff (id),
  kind         text not null,
  event_id     text not null,           -- of the ledger, or the cycle event of a reminder
  subject_type text not null,
  subject_id   uuid not null,
  params       jsonb not null,
  due_on       date,
  link         text not null,
  why          text not null,           -- the circle of people to which the reader belongs
  at           timestamptz not null,
  read_at      timestamptz,
  constraint notification_is_told_once unique (staff_id, event_id, kind)
);
create index notification_by_person on notification (staff_id, at desc);
create index notification_unread on notification (staff_id) where read_at is null;

-- Optional mails that somebody does not want; without a row they are sent.
create table message_preference (
  staff_id uuid not null references staff (id),
  topic    text not null,
  by_mail  boolean not null,
  primary key (staff_id, topic)
);

-- The link of such a mail opens an account: it is forgotten once the mail is out.
alter table mail add column secret boolean not null default false;
