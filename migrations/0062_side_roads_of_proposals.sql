-- Handed in late, entered from paper, confidential, without the author's name.
alter table proposal
  add column handed_in_as text not null default 'proposal'
    constraint proposal_handed_in_as_is_known check (handed_in_as in ('proposal', 'suggestion', 'between_sessions')),
  add column waits_for_session boolean not null default false,   -- carried over while there is no next session yet
  add column confidentiality text not null default 'none'
    constraint proposal_confidentiality_is_known check (confidentiality in ('none', 'asked', 'granted', 'refused')),
  add column confidentiality_reason text not null default '',
  add column confidentiality_answer text not null default '',
  add column name_hidden boolean not null default false,
  add column received_on date,                                   -- the day on which the paper came in
  add column entered_by uuid references staff (id),
  add column entered_at timestamptz,
  add column entry_note text not null default '',
  add column objection text;                                     -- what the author says against what was entered

update proposal set confidentiality = 'granted' where confidential;
alter table proposal
  add constraint proposal_suggestion_is_not_filed check (handed_in_as <> 'suggestion' or status <> 'filed'),
  add constraint proposal_waits_as_a_draft check (not waits_for_session or status in ('draft', 'withdrawn')),
  add constraint proposal_confidentiality_has_a_reason check (confidentiality <> 'asked' or confidentiality_reason <> ''),
  add constraint proposal_on_paper_is_whole check (
    (entered_by is null) = (received_on is null) and (entered_by is null) = (entered_at is null)),
  add constraint proposal_is_not_entered_by_its_author check (entered_by <> author_id),
  add constraint proposal_objection_is_to_paper check (objection is null or entered_by is not null);
create index proposal_waiting on proposal (congress_id) where waits_for_session;

alter table proposal_second add column on_paper boolean not null default false;
alter table handling_case add column between_sessions boolean not null default false;
alter table case_origin add column name_hidden boolean not null default false;
