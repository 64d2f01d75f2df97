-- An extension that the lead unit has asked for and the committee has not decided on.
alter table handling_case
  add extension_asked_until date,
  add extension_reason text,
  add constraint case_extension_asked_is_whole check ((extension_asked_until is null) = (extension_reason is null));
