-- A congress below the school's own numbers its proposals with its code in front, and passes matters upward (上报).
alter table proposal
  add column passed_from uuid references proposal (id),
  drop constraint proposal_serial_is_well_formed,
  add constraint proposal_serial_is_well_formed check (serial ~ '^([a-z][a-z0-9]*-)?\d{4}-\d{4,}$'),
  drop constraint proposal_status_is_known,
  add constraint proposal_status_is_known check (status in (
    'draft', 'seconding', 'delegation_check', 'submitted', 'returned', 'under_review', 'referred',
    'filed', 'merged', 'converted', 'declined', 'passed_up', 'withdrawn'));
create unique index proposal_is_passed_up_once on proposal (passed_from) where status <> 'withdrawn';

alter table congress add constraint congress_code_stands_in_numbers check (code ~ '^[a-z][a-z0-9]*$') not valid;
