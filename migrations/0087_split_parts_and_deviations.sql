-- A split decides each of its parts; it, too, says why it goes against the votes.
alter table review_deviation drop constraint review_deviation_outcome_is_known;
alter table review_deviation add constraint review_deviation_outcome_is_known
  check (outcome in ('file', 'merge', 'convert', 'decline', 'split'));

-- What of a proposal was not filed when it was split: its reason and explanation, like those of a proposal that is declined.
create table declined_part (
  proposal_id  uuid not null references proposal (id),
  position     int not null constraint declined_part_counts_from_one check (position >= 1),
  title        text not null constraint declined_part_has_a_title check (title <> ''),
  measures     text not null constraint declined_part_says_what check (measures <> ''),
  decline_code text not null references decline_reason (code),
  explanation  text not null constraint declined_part_is_explained check (explanation <> ''),
  declined_at  timestamptz not null,
  primary key (proposal_id, position)
);
create trigger declined_part_is_append_only before update or delete on declined_part
  for each row execute function refuse_change();
