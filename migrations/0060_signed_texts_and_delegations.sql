-- Proposals of a delegation, the check of the delegation, and the texts that were signed.
alter table proposal
  add column kind text not null default 'individual'
    constraint proposal_kind_is_known check (kind in ('individual', 'joint', 'collective')),
  add column asked_version int not null default 1,      -- the text for which the signers were asked last
  add column submitted_version int,                     -- the text that was handed in; its signatures stay good
  add column check_requested_at timestamptz,            -- handed to the delegation: this moment is measured against the window
  add column check_note text;                           -- why the delegation gave it back

update proposal set submitted_version = text_version where serial is not null;
update proposal set kind = 'joint'
  where exists (select from proposal_joint where proposal_id = proposal.id and status = 'joined');

alter table proposal
  add constraint proposal_in_check_was_handed_in check (
    status <> 'delegation_check' or (check_requested_at is not null and delegation_id is not null and kind <> 'collective')),
  add constraint proposal_collective_has_a_delegation check (kind <> 'collective' or delegation_id is not null);
create index proposal_by_delegation on proposal (delegation_id, status);

-- Every text that somebody signed, as it stood. A signature names its version.
create table proposal_signed_text (
  proposal_id uuid not null references proposal (id),
  version     int not null constraint proposal_signed_text_version_is_positive check (version > 0),
  reason      text not null,
  measures    text not null,
  signed_at   timestamptz not null,             -- when the first one signed it
  primary key (proposal_id, version)
);

insert into proposal_signed_text (proposal_id, version, reason, measures, signed_at)
select proposal.id, proposal.text_version, reason, measures, min(second.answered_at)
from proposal join proposal_second second on second.proposal_id = proposal.id
where second.status = 'seconded' and second.text_version = proposal.text_version
group by proposal.id;

create trigger proposal_signed_text_is_append_only before update or delete on proposal_signed_text
  for each row execute function refuse_change();
