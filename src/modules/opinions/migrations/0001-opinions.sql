create table opinion (
  district text not null,
  id uuid not null,
  mandate_id uuid not null,
  title text not null,
  content text not null,
  category text not null,
  area_id uuid not null,
  receiver_id uuid not null,
  unit_id uuid,
  campaign_id uuid,
  number integer,
  number_year smallint,
  status text not null,
  round smallint not null,
  submitted_at timestamptz not null,
  received_on date,
  closed_at timestamptz,
  ending text,
  suggestion_id uuid,
  version integer not null,
  primary key (district, id),
  foreign key (district, mandate_id) references mandate (district, id),
  foreign key (district, area_id) references area (district, id),
  foreign key (district, receiver_id) references organisation (district, id),
  foreign key (district, unit_id) references organisation (district, id),
  foreign key (district, campaign_id) references campaign (district, id),
  foreign key (district, suggestion_id) references suggestion (district, id),
  check ((status = 'closed') = (closed_at is not null)),
  check (closed_at is null or received_on is not null or ending = 'upgraded')
);
create unique index opinion_number on opinion (district, receiver_id, number_year, number);
create index opinion_newest on opinion (district, submitted_at desc, id desc);
create index opinion_received on opinion (district, received_on, status) where received_on is not null;
create index opinion_receiver on opinion (district, receiver_id, status, submitted_at desc, id desc);
create index opinion_unit on opinion (district, unit_id, status, submitted_at desc, id desc) where unit_id is not null;
create index opinion_mandate on opinion (district, mandate_id, submitted_at desc, id desc);
create index opinion_area on opinion (district, area_id);
create index opinion_campaign on opinion (district, campaign_id) where campaign_id is not null;
create index opinion_suggestion on opinion (district, suggestion_id) where suggestion_id is not null;
comment on table opinion is 'Livelihood opinions of deputies, the light track. personal: what a deputy writes may name people; purpose: solving the matter; retention: permanent archive';

create table opinion_series (
  district text not null,
  receiver_id uuid not null,
  year smallint not null,
  last integer not null,
  primary key (district, receiver_id, year)
);
comment on table opinion_series is 'The last number given by a receiver in a year. personal: none; retention: permanent';

create table opinion_result (
  district text not null,
  id uuid not null,
  opinion_id uuid not null,
  round smallint not null,
  answer text not null,
  solved boolean not null,
  cost numeric(14, 2) not null,
  households integer not null,
  people integer not null,
  answered_on date not null,
  grade text,
  grade_reasons text,
  graded_at timestamptz,
  primary key (district, id),
  unique (district, opinion_id, round),
  foreign key (district, opinion_id) references opinion (district, id)
);
comment on table opinion_result is 'What was done about an opinion in each round, and the deputy''s word on it. personal: a deputy''s judgement; purpose: proof of handling; retention: permanent archive';

create table opinion_step (
  district text not null,
  id uuid not null,
  subject_id uuid not null,
  position integer not null,
  part_id uuid,
  verb text not null,
  from_status text not null,
  to_status text not null,
  at timestamptz not null,
  by_account uuid,
  by_person uuid,
  acting_for uuid,
  note text,
  data jsonb not null,
  primary key (district, id),
  unique (district, subject_id, position),
  foreign key (district, subject_id) references opinion (district, id)
);
comment on table opinion_step is 'Every step of an opinion: who, when, why. personal: who acted in office; purpose: evidence; retention: permanent archive';
