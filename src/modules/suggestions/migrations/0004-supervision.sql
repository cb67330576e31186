create table suggestion_supervision (
  district text not null,
  id uuid not null,
  suggestion_id uuid not null,
  leader text not null,
  government_leader text,
  body_id uuid,
  decided_on date not null,
  document_no text,
  next_on date,
  next_step text,
  reported_on date,
  meeting text,
  result text,
  opinion text,
  primary key (district, id),
  unique (district, suggestion_id),
  foreign key (district, suggestion_id) references suggestion (district, id),
  foreign key (district, body_id) references organisation (district, id)
);
create index suggestion_supervision_next on suggestion_supervision (district, (coalesce(next_on, '9999-12-31'::date)), id);
create index suggestion_supervision_decided on suggestion_supervision (district, decided_on desc, id desc);
comment on table suggestion_supervision is 'Key suggestions under supervision (R2.41): who leads, what comes next, what the council of chairpersons was told. personal: leaders in office; purpose: supervision of key suggestions; retention: permanent archive';

-- What was marked before there was this table.
insert into suggestion_supervision (district, id, suggestion_id, leader, decided_on, document_no)
select distinct on (district, subject_id) district, id, subject_id, data ->> 'leader', (data ->> 'decidedOn')::date, data ->> 'documentNo'
from suggestion_step where verb = 'mark_key' order by district, subject_id, position;

create index suggestion_step_supervised on suggestion_step (district, subject_id) where verb = 'supervise';
