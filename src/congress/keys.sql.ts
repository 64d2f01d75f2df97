// $1 a person, $2 today. What the keys mean is said at `Congresses.keysOf`.
export const KEYS = `
  select key from (
    select unnest(array['delegate', 'delegate:' || delegate.term_id, 'congress:' || term.congress_id]
           || case when congress.light then array[]::text[] else array['proposes'] end
           || case when delegate.post is null then array[]::text[]
              else array['delegation_' || delegate.post || ':' || delegate.delegation_id]
                || case when congress.light then array[]::text[] else array['delegation_' || delegate.post] end end) as key
    from delegate join congress_term term on term.id = delegate.term_id join congress on congress.id = term.congress_id
    where staff_id = $1 and kind = 'delegate' and valid_from <= $2 and (valid_until is null or valid_until >= $2) and starts_on <= $2 and ends_on >= $2
    union
    select unnest(array[role, role || ':' || term.congress_id, 'committee', 'committee:' || term.congress_id]
           || case when not congress.light then array['reviews']
              when role = 'committee_secretary' then array['light_secretary', 'light_secretary:' || congress.id] else array[]::text[] end
           || case when unit.parent_id is null then array['school_' || role] else array[]::text[] end)
    from committee_seat join congress_term term on term.id = committee_seat.term_id join congress on congress.id = term.congress_id
    join unit on unit.id = congress.unit_id
    where staff_id = $1 and valid_from <= $2 and (valid_until is null or valid_until >= $2) and starts_on <= $2 and ends_on >= $2
    union
    select 'suggests' from congress where light and unit_id in (
      with recursive above as (
        select unit.id, unit.parent_id from unit join staff on staff.unit_id = unit.id where staff.id = $1
        union
        select unit.id, unit.parent_id from unit join above on unit.id = above.parent_id
      ) select id from above)
  ) as keys`;
