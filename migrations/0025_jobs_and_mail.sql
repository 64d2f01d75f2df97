-- When each scheduled task last ran. The row is locked while a process runs the task, so that several processes run it once a period.
create table scheduled_run (
  name        text primary key,
  period      text,                     -- 2026-04-14, or with the hour or minute, of the last run that succeeded
  started_at  timestamptz,
  finished_at timestamptz,
  error       text                      -- of the last run, when it failed
);

-- Every mail that is owed to somebody: once per person, kind and event.
create table mail (
  id              uuid primary key,
  staff_id        uuid not null references staff (id),
  kind            text not null,
  event_id        text not null,        -- of the ledger, or the cycle event of a reminder
  subject         jsonb not null,
  template        text not null,
  model           jsonb not null,
  link            text,
  mandatory       boolean not null,
  state           text not null default 'queued' constraint mail_state_is_known check (state in ('queued', 'sending', 'sent', 'skipped', 'failed')),
  attempts        int not null default 0,
  created_at      timestamptz not null,
  next_attempt_at timestamptz not null,
  claimed_at      timestamptz,
  settled_at      timestamptz,
  last_error      text,                 -- why it was skipped, failed, or has to be tried again
  message_id      text not null constraint mail_message_id_is_unique unique,
  constraint mail_is_owed_once unique (staff_id, kind, event_id),
  constraint mail_sending_is_claimed check (state <> 'sending' or claimed_at is not null),
  constraint mail_settled_has_time check ((state in ('sent', 'skipped', 'failed')) = (settled_at is not null)),
  constraint mail_unsent_has_a_reason check (state not in ('skipped', 'failed') or last_error is not null)
);
create index mail_to_send on mail (next_attempt_at) where state in ('queued', 'sending');
create index mail_by_time on mail (created_at desc);
