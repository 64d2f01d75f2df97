-- Sign-in: lock-outs also for numbers that nobody has (so that nobody learns which exist), limits, links, roles that end at once.
alter table account add column password_changed_at timestamptz;

create table unknown_number (
  number_hash     text primary key,
  failed_attempts int not null default 0,
  locked_until    timestamptz
);

create table rate_limit (
  name       text not null,
  subject    text not null,
  started_at timestamptz not null,
  count      int not null constraint rate_limit_counts_from_one check (count >= 1),
  primary key (name, subject)
);

create index sign_in_link_by_person on sign_in_link (staff_id, created_at desc);
create index parked_form_by_age on parked_form (created_at);

-- A grant that is ended at once holds until yesterday; one that was given today then never held.
alter table role_grant drop constraint role_grant_ends_after_it_begins;
alter table role_grant add constraint role_grant_does_not_end_before_it_begins
  check (valid_until is null or valid_until >= valid_from - 1);
create index role_grant_by_person on role_grant (staff_id);
