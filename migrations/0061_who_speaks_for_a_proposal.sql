-- Who goes on speaking for a proposal whose author has left, and the unit of the author as it was when it was handed in.
alter table proposal
  add column speaker_id uuid references staff (id)
    constraint proposal_speaker_is_somebody_else check (speaker_id <> author_id),
  add column author_unit_id uuid references unit (id);

update proposal set author_unit_id = staff.unit_id from staff where staff.id = author_id and serial is not null;
