-- What the committee says before it decides: who reads, what each recommends, how each votes. The decision itself stays with the proposal.
create table review_reading (
  proposal_id  uuid not null references proposal (id),
  staff_id     uuid not null references staff (id),
  assigned_by  uuid references staff (id),        -- absent: read without being asked
  assigned_at  timestamptz not null,
  outcome      text constraint review_reading_outcome_is_known check (outcome in ('file', 'merge', 'convert', 'decline')),
  decline_code text references decline_reason (code),
  note         text not null default '',
  fingerprint  text,                              -- of the text that was read
  given_at     timestamptz,
  primary key (proposal_id, staff_id),
  constraint review_reading_is_whole check ((outcome is null) = (given_at is null) and (outcome is null) = (fingerprint is null)),
  constraint review_reading_decline_has_a_reason check ((outcome = 'decline') is not true or (decline_code is not null and note <> ''))
);
create index review_reading_by_person on review_reading (staff_id) where given_at is null;

create table review_vote (
  proposal_id uuid not null references proposal (id),
  staff_id    uuid not null references staff (id),
  choice      text not null constraint review_vote_choice_is_known check (choice in ('file', 'merge', 'convert', 'decline', 'abstain')),
  fingerprint text not null,                      -- of the text that was voted on; a vote on another text does not count
  cast_at     timestamptz not null,
  primary key (proposal_id, staff_id)
);

-- Why it is decided otherwise than most members voted.
create table review_deviation (
  id          uuid primary key,
  proposal_id uuid not null references proposal (id),
  staff_id    uuid not null references staff (id),
  outcome     text not null constraint review_deviation_outcome_is_known check (outcome in ('file', 'merge', 'convert', 'decline')),
  reason      text not null constraint review_deviation_has_a_reason check (reason <> ''),
  explained_at timestamptz not null
);
create index review_deviation_by_proposal on review_deviation (proposal_id);

-- Whoever wrote or signed a proposal neither reads it for the committee nor votes on it.
create function refuse_review_of_own() returns trigger language plpgsql as $$
begin
  if exists (select from proposal where id = new.proposal_id and author_id = new.staff_id)
    or exists (select from proposal_joint where proposal_id = new.proposal_id and staff_id = new.staff_id and status = 'joined')
    or exists (select from proposal_second where proposal_id = new.proposal_id and staff_id = new.staff_id and status = 'seconded') then
    raise exception 'nobody reviews what they wrote or signed';
  end if;
  return new;
end $$;
create trigger review_vote_is_not_on_the_own before insert or update on review_vote
  for each row execute function refuse_review_of_own();
create trigger review_reading_is_not_of_the_own before insert or update on review_reading
  for each row execute function refuse_review_of_own();

-- The second look: once, within a period after the explanation.
alter table proposal
  add column second_look_by     date,
  add column second_look_at     timestamptz,
  add column second_look_reason text,
  add constraint proposal_second_look_has_a_reason check ((second_look_at is null) = (second_look_reason is null) and second_look_reason <> '');
