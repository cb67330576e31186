create table suggestion_escalation (
  district text not null,
  id uuid not null,
  suggestion_id uuid not null,
  round smallint not null,
  reason text not null,
  asked_on date not null,
  planned_on date,
  place text,
  invited text,
  held_on date,
  participants text,
  minutes text,
  conclusion text,
  rework boolean,
  primary key (district, id),
  foreign key (district, suggestion_id) references suggestion (district, id)
);
create index suggestion_escalation_case on suggestion_escalation (district, suggestion_id);
create index suggestion_escalation_newest on suggestion_escalation (district, asked_on desc, id desc);
comment on table suggestion_escalation is 'Meetings over a deputy''s dissatisfaction (R2.38): planned, held, concluded. personal: who took part in office; purpose: settling the matter; retention: permanent archive';

-- Meetings called before there was this table.
insert into suggestion_escalation (district, id, suggestion_id, round, reason, asked_on, held_on, participants, conclusion, rework)
select e.district, e.id, e.subject_id, coalesce((e.data ->> 'round')::smallint, 1), coalesce(e.note, ''), (e.at at time zone 'Asia/Shanghai')::date,
  (c.data ->> 'heldOn')::date, c.data ->> 'participants', c.note, (c.data ->> 'rework')::boolean
from suggestion_step e left join lateral (
  select s.data, s.note from suggestion_step s where s.district = e.district and s.subject_id = e.subject_id
    and s.verb = 'conclude_escalation' and s.position > e.position order by s.position limit 1) c on true
where e.verb = 'escalate';
