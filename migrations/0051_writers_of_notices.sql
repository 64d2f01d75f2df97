-- Whoever wrote on a draft last, so that nobody's words are overwritten unseen. Null for drafts from before.
alter table notice add column edited_by uuid references staff (id);
