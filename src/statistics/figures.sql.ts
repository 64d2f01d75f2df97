// $1 the session, $2 the keys of the reader. Everything counts for everybody; what somebody may not read is not listed for them.
const IN_BEIJING = (instant: string) => `to_char(${instant} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;

// A form that was merged into a suggestion counts with the suggestions.
const STATUS = `case when status = 'merged' and exists (
    select from case_origin join handling_case on handling_case.id = case_id where origin_id = proposal.id and kind = 'suggestion'
      and absorbed_into is null) then 'converted' else status end`;

export const FORMS = `
  select id, serial as ref, title, category, ${STATUS} as status, audience && $2::text[] as readable
  from proposal where session_id = $1 and serial is not null
  order by serial`;

// Of separate leads: each part with its first reply. The case is replied with the last of them, and on time when all were:
// its due date is that of a part that came late, else the last one.
const APART = `
  select json_agg(part order by part.id) as parts, bool_or(part.extended) as extended,
         case when bool_and(part."repliedOn" is not null) then max(part."repliedOn") end as replied_on,
         coalesce(min(part."dueOn") filter (where part."repliedOn" > part."dueOn"), max(part."dueOn")) as due_on
  from (
    select duty.id, unit.name as unit, unit.code as "unitCode", duty.extended_until is not null as extended,
           ${IN_BEIJING('reply.signed_at')} as "repliedOn", reply.outcome_class as "outcomeClass",
           coalesce(issued.due_on, coalesce(duty.extended_until, duty.due_on)::text) as "dueOn",
           exists (select from contact where assignment_id = duty.id and round = 1) as contacted
    from assignment duty join unit on unit.id = duty.unit_id
    left join reply on reply.assignment_id = duty.id and reply.round = 1 and reply.status = 'signed'
    left join lateral (select data ->> 'dueOn' as due_on from ledger_event where subject_id = filed.id and action = 'issue_part'
      and data ->> 'assignmentId' = duty.id::text order by position limit 1) issued on true
    where duty.case_id = filed.id and duty.part = 'separate' and duty.status <> 'void') part`;

// One row per filed case. The due date of a case in its second round is the one that its first reply had.
export const CASES = `
  select filed.id, filed.ref, filed.number, filed.title, filed.category, unit.name as unit, unit.code as "unitCode", filed.audience && $2::text[] as readable,
    filed.round, ${IN_BEIJING('filed.assigned_at')} as "assignedOn",
    case when apart.parts is not null then apart.due_on
         when filed.round = 1 then coalesce(filed.extended_until, filed.due_on)::text
         else coalesce(issued.due_on, filed.due_on::text) end as "dueOn",
    coalesce(filed.extended_until is not null or apart.extended, false) as extended,
    case when apart.parts is not null then apart.replied_on
         else ${IN_BEIJING('coalesce(first.signed_at, filed.replied_at)')} end as "repliedOn",
    apart.parts,
    exists (select from contact where case_id = filed.id and round = 1 and
      happened_on <= (coalesce(first.signed_at, filed.replied_at) at time zone 'Asia/Shanghai')::date) as contacted,
    coalesce(filed.outcome_class, case when apart.parts is null then first.outcome_class end) as "outcomeClass",
    case when filed.round > 1 and coalesce(filed.final_rating, 'no_answer') = 'no_answer' then 'dissatisfied'
         else filed.final_rating end as rating,
    exists (select from rating where case_id = filed.id and on_paper) as "ratedOnPaper",
    filed.promise_due_on::text as "promiseDueOn",
    coalesce(ended.action = 'confirm_implemented', false) or (filed.outcome_class = 'A' and filed.status = 'concluded') as implemented,
    filed.status = 'concluded' as concluded, case ended.action when 'reclassify' then ${IN_BEIJING('ended.at')} end as "reclassifiedOn"
  from handling_case filed
  left join unit on unit.id = filed.lead_unit_id
  left join lateral (select signed_at, outcome_class from reply where case_id = filed.id and status = 'signed' and amends_id is null
    order by signed_at limit 1) first on true
  left join lateral (select data ->> 'dueOn' as due_on from ledger_event where filed.round > 1 and subject_id = filed.id
    and action = 'issue_reply' order by position limit 1) issued on true
  left join lateral (${APART}) apart on true
  left join lateral (select action, at from ledger_event where subject_id = filed.id and action in ('confirm_implemented', 'reclassify')
    order by position desc limit 1) ended on true
  where filed.session_id = $1 and filed.kind = 'proposal' and filed.status <> 'withdrawn'
  order by filed.ref`;

// Delegates of the term, and those of them who proposed or seconded something that was submitted in the session.
export const PARTICIPATION = `
  with submitted as (select id, author_id from proposal where session_id = $1 and serial is not null),
  active as (
    select author_id as staff_id from submitted
    union select staff_id from proposal_joint join submitted on submitted.id = proposal_id where status = 'joined'
    union select staff_id from proposal_second join submitted on submitted.id = proposal_id where status = 'seconded'
  )
  select count(*)::int as delegates, count(active.staff_id)::int as active
  from delegate left join active on active.staff_id = delegate.staff_id
  where kind = 'delegate' and term_id = (select term_id from congress_session where id = $1)`;
