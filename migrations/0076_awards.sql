-- 评优: one round per session. Delegations nominate filed proposals, members of the committee score them, the chair decides once.
create table award_round (
  session_id   uuid primary key references congress_session (id),
  status       text not null constraint award_status_is_known check (status in ('nominating', 'decided')),
  decided_by   uuid references staff (id),
  decider_name text,
  decided_at   timestamptz,
  ranking      jsonb,                     -- the units and their numbers as they were when it was decided
  constraint award_decided_is_whole check (
    (status = 'decided') = (decided_at is not null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (ranking is null) and (decided_at is null) = (decider_name is null))
);

create table award_nomination (
  id            uuid primary key,
  session_id    uuid not null references award_round (session_id),
  delegation_id uuid not null references delegation (id),
  proposal_id   uuid not null references proposal (id),
  reason        text not null constraint award_nomination_has_a_reason check (reason <> ''),
  nominated_by  uuid not null references staff (id),
  nominated_at  timestamptz not null,
  constraint award_nomination_is_made_once unique (session_id, delegation_id, proposal_id)
);

create table award_score (
  session_id  uuid not null references award_round (session_id),
  proposal_id uuid not null references proposal (id),
  staff_id    uuid not null references staff (id),
  score       int not null constraint award_score_is_between_0_and_100 check (score between 0 and 100),
  scored_at   timestamptz not null,
  primary key (session_id, proposal_id, staff_id)
);

create table award_winner (
  id          uuid primary key,
  session_id  uuid not null references award_round (session_id),
  proposal_id uuid references proposal (id),
  unit_id     uuid references unit (id),
  unit_name   text,                       -- as it was called then
  score       numeric(4, 1),              -- the average, or the score of the unit, as it was then
  citation    text not null constraint award_has_a_citation check (citation <> ''),
  constraint award_goes_to_a_proposal_or_a_unit check ((proposal_id is null) <> (unit_id is null) and (unit_id is null) = (unit_name is null)),
  constraint award_goes_to_a_proposal_once unique (session_id, proposal_id),
  constraint award_goes_to_a_unit_once unique (session_id, unit_id)
);

-- Whoever wrote, joined or seconded a proposal does not score it.
create function refuse_own_award_score() returns trigger language plpgsql as $$
begin
  if exists (select from proposal where id = new.proposal_id and new.staff_id in (author_id, speaker_id))
    or exists (select from proposal_joint where proposal_id = new.proposal_id and staff_id = new.staff_id and status = 'joined')
    or exists (select from proposal_second where proposal_id = new.proposal_id and staff_id = new.staff_id and status = 'seconded') then
    raise exception 'nobody scores an own proposal';
  end if;
  return new;
end $$;
create trigger award_score_is_not_for_the_own before insert or update on award_score
  for each row execute function refuse_own_award_score();

-- What was decided, and what lies in the archive, is not changed.
create function refuse_change_of_award() returns trigger language plpgsql as $$
declare
  round_id uuid := case when tg_op = 'DELETE' then old.session_id else new.session_id end;
begin
  if session_is_archived(round_id) then raise exception 'the session of this award is archived'; end if;
  if exists (select from award_round where session_id = round_id and status = 'decided') then
    raise exception 'the awards of the session are decided';
  end if;
  return coalesce(new, old);
end $$;
create trigger award_round_is_decided_once before update or delete on award_round for each row execute function refuse_change_of_award();
create trigger award_nomination_ends_with_the_decision before insert or update or delete on award_nomination
  for each row execute function refuse_change_of_award();
create trigger award_score_ends_with_the_decision before insert or update or delete on award_score
  for each row execute function refuse_change_of_award();
create trigger award_winner_is_append_only before update or delete on award_winner for each row execute function refuse_change();
