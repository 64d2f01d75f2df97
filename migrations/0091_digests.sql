-- How optional messages come by mail, by topic; without a row they come at once.
alter table message_preference add column pace text;
update message_preference set pace = case when by_mail then 'at_once' else 'off' end;
alter table message_preference
  alter column pace set not null,
  add constraint message_preference_pace_is_known check (pace in ('at_once', 'daily', 'weekly', 'off')),
  drop column by_mail;

-- An optional message knows its topic; it may wait for the digest of its reader. A digest takes it once: with the flag, in one transaction.
alter table notification
  add column topic text,
  add column awaits_mail boolean not null default false,
  add constraint notification_awaits_as_optional check (topic is not null or not awaits_mail);
create index notification_awaiting on notification (staff_id) where awaits_mail;

-- The key with which links are signed that work without sign-in. Made once, by whichever process needs it first.
create table site_key (
  purpose text primary key,
  secret  bytea not null constraint site_key_is_long check (length(secret) >= 32)
);
