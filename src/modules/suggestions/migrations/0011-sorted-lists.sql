alter table suggestion add column due_on date, add column handlers_due_on date;
update suggestion s set
  due_on = (select min(c.due_on) from clock c where c.district = s.district and c.subject_type = 'suggestion' and c.subject_id = s.id
    and c.stopped_on is null and c.key <> 'suggestion.handback'),
  handlers_due_on = (select min(c.due_on) from clock c where c.district = s.district and c.subject_type = 'suggestion' and c.subject_id = s.id
    and c.stopped_on is null and c.key not in ('suggestion.handback', 'suggestion.feedback', 'suggestion.feedback_grace'));

-- Each way by which a case comes into someone's sight has its lists in order: by due day within a state, and newest first.
drop index suggestion_newest;
drop index suggestion_reviewer;
drop index suggestion_forwarder;
create index suggestion_reviewer_due on suggestion (district, reviewer_id, status, (coalesce(due_on, date '9999-12-31')), id);
create index suggestion_reviewer_newest on suggestion (district, reviewer_id, created_at desc, id desc);
create index suggestion_forwarder_due on suggestion (district, forwarder_id, status, (coalesce(handlers_due_on, date '9999-12-31')), id)
  where forwarder_id is not null;
create index suggestion_forwarder_newest on suggestion (district, forwarder_id, created_at desc, id desc) where forwarder_id is not null;
create index suggestion_congress_due on suggestion (district, congress_id, status, (coalesce(due_on, date '9999-12-31')), id) where not confidential;
create index suggestion_congress_newest on suggestion (district, congress_id, created_at desc, id desc) where not confidential;
create index suggestion_session on suggestion (district, session_id, created_at desc, id desc) where session_id is not null;

insert into tally (district, shelf, book, status, n)
with seen as (
  select s.district, s.id, v.office,
    case when s.status = 'appraised' and s.escalated_round < s.round and v.office <> s.reviewer_id then 'replied' else s.status end as status
  from suggestion s cross join lateral (
    select s.reviewer_id where s.submitted_at is not null
    union select s.forwarder_id where s.forwarder_id is not null
    union select p.unit_id from suggestion_part p where p.district = s.district and p.suggestion_id = s.id) v (office)
), counted as (
  select district, 'office:' || office as book, status from seen
  union all select district, book, status from (
    select distinct e.district, e.id, 'office:' || e.office || '/unit:' || p.unit_id as book, e.status from seen e
    join suggestion_part p on p.district = e.district and p.suggestion_id = e.id) pairs
  union all select district, 'congress:' || congress_id, status from suggestion
    where not confidential and status not in ('draft', 'returned', 'withdrawn', 'letter', 'submitted')
)
select district, 'suggestion', book, status, count(*) from counted group by 1, 2, 3, 4;
