-- 并案 and 分案: a case may answer several originals, an original may be answered by several cases.
alter table case_origin
  add column position    int not null default 1,           -- the leading original is the first
  add column author_id   uuid references staff (id),
  add column publishable boolean not null default true,    -- its own author agreed to publication
  add column part        text constraint case_origin_part_says_something check (part <> ''),  -- what of it this case handles; null: all of it
  add constraint case_origin_has_a_place_of_its_own unique (case_id, position);

update case_origin set author_id = proposal.author_id, publishable = proposal.publishable
  from proposal where proposal.id = origin_id and origin_type = 'proposal';

-- Through which originals somebody is a party: who came with one original leaves with it.
alter table case_party add column origin_ids uuid[] not null default '{}';
update case_party set origin_ids = array(select origin_id from case_origin where case_origin.case_id = case_party.case_id);
create unique index case_party_has_one_lead on case_party (case_id) where part = 'lead';

-- A case that was filed on its own and then merged into another one; its number stays.
alter table handling_case
  add column absorbed_into uuid references handling_case (id),
  add constraint case_absorbed_is_withdrawn check (absorbed_into is null or (status = 'withdrawn' and absorbed_into <> id));
create index case_by_absorbing on handling_case (absorbed_into) where absorbed_into is not null;
