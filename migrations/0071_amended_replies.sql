-- Who signed for whom stands in the signature itself.
alter table reply_signature add column on_behalf_of uuid references staff (id), add column authorized_until date,
  add constraint signature_by_a_deputy_is_whole check (
    (mandate_id is null) = (on_behalf_of is null) and (mandate_id is null) = (authorized_until is null)),
  add constraint signature_is_not_for_oneself check (on_behalf_of <> staff_id);
-- One person never gives both signatures under one version.
create unique index signature_of_a_person_is_given_once on reply_signature (reply_id, version, staff_id);
