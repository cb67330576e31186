create table voice (
  district text not null,
  id uuid not null,
  channel text not null,
  station_id uuid,
  reception_id uuid,
  mandate_id uuid,
  entered_by uuid,
  words text not null,
  category text not null,
  area_id uuid not null,
  place text,
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  urgent boolean not null,
  receiver_id uuid not null,
  unit_id uuid,
  taker_id uuid,
  joined_to uuid,
  status text not null,
  round smallint not null,
  tries smallint not null,
  spoken_at timestamptz not null,
  received_at timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz,
  ending text,
  publicity text not null,
  public_words text,
  opinion_id uuid,
  suggestion_id uuid,
  escalation text,
  number integer,
  number_year smallint,
  reopened boolean not null,
  share_contact boolean not null,
  external_id text,
  receipt_digest bytea not null,
  submission_digest bytea not null,
  version integer not null,
  primary key (district, id),
  foreign key (district, station_id) references station (district, id),
  foreign key (district, reception_id) references reception (district, id),
  foreign key (district, mandate_id) references mandate (district, id),
  foreign key (district, taker_id) references mandate (district, id),
  foreign key (district, area_id) references area (district, id),
  foreign key (district, receiver_id) references organisation (district, id),
  foreign key (district, unit_id) references organisation (district, id),
  foreign key (district, joined_to) references voice (district, id),
  foreign key (district, opinion_id) references opinion (district, id),
  foreign key (district, suggestion_id) references suggestion (district, id),
  check ((longitude is null) = (latitude is null)),
  check ((status in ('directed', 'closed', 'withdrawn')) = (closed_at is not null)),
  check ((status = 'joined') = (joined_to is not null)),
  check ((publicity = 'public') = (public_words is not null))
);
create unique index voice_receipt on voice (district, receipt_digest);
create unique index voice_submission on voice (district, submission_digest);
create unique index voice_external on voice (district, external_id) where external_id is not null;
create unique index voice_number on voice (district, receiver_id, number_year, number);
create index voice_number_alone on voice (district, number);
create index voice_newest on voice (district, received_at desc, id desc);
create index voice_status on voice (district, status, received_at desc, id desc);
create index voice_receiver on voice (district, receiver_id, status, received_at desc, id desc);
create index voice_station on voice (district, station_id, received_at desc, id desc) where station_id is not null;
create index voice_unit on voice (district, unit_id, status, received_at desc, id desc) where unit_id is not null;
create index voice_mandate on voice (district, mandate_id, received_at desc, id desc) where mandate_id is not null;
create index voice_taker on voice (district, taker_id, received_at desc, id desc) where taker_id is not null;
create index voice_reception on voice (district, reception_id) where reception_id is not null;
create index voice_area on voice (district, area_id, category, received_at desc);
create index voice_alike on voice (district, receiver_id, category, received_at desc);
create index voice_joined on voice (district, joined_to) where joined_to is not null;
create index voice_opinion on voice (district, opinion_id) where opinion_id is not null;
create index voice_suggestion on voice (district, suggestion_id) where suggestion_id is not null;
create index voice_public on voice (district, received_at desc, id desc) where publicity = 'public';
create index voice_closed on voice (district, closed_at) where closed_at is not null;
create index voice_words on voice using gin (bigrams(words)) with (fastupdate = off);
comment on table voice is 'What voters said, as they said it. personal: words can name people, place of the matter; purpose: solving the matter; retention: permanent archive, without contact data';

create table voice_series (
  district text not null,
  receiver_id uuid not null,
  year smallint not null,
  last integer not null,
  primary key (district, receiver_id, year)
);
comment on table voice_series is 'The last number given by a receiver in a year. personal: none; retention: permanent';

create table voice_contact (
  district text not null,
  voice_id uuid not null,
  sealed text not null,
  phone_digest bytea,
  primary key (district, voice_id),
  foreign key (district, voice_id) references voice (district, id)
);
create index voice_contact_phone on voice_contact (district, phone_digest) where phone_digest is not null;
comment on table voice_contact is 'Name and telephone of whoever spoke, if he gave them, sealed; opened with a reason, and the opening is a fact. personal: name, telephone of a voter; purpose: asking back, return visits; retention: voice.contact_retention after closing (24 months), then erased';

create table voice_answer (
  district text not null,
  id uuid not null,
  voice_id uuid not null,
  round smallint not null,
  answer text,
  outcome text,
  solved boolean not null,
  answered_on date not null,
  by_person uuid,
  acting_for uuid,
  grade text,
  grade_reasons text,
  graded_at timestamptz,
  graded_by text,
  primary key (district, id),
  unique (district, voice_id, round),
  foreign key (district, voice_id) references voice (district, id),
  check ((answer is null) <> (outcome is null)),
  check ((grade is null) = (graded_at is null))
);
create index voice_answer_words on voice_answer using gin (bigrams(answer)) with (fastupdate = off) where answer is not null;
comment on table voice_answer is 'What was answered in each round, and what the voter said to it. personal: a voter''s judgement; purpose: proof of handling; retention: permanent archive';

create table voice_addition (
  district text not null,
  id uuid not null,
  voice_id uuid not null,
  words text not null,
  by_voter boolean not null,
  at timestamptz not null,
  submission_digest bytea,
  primary key (district, id),
  foreign key (district, voice_id) references voice (district, id)
);
create unique index voice_addition_submission on voice_addition (district, voice_id, submission_digest) where submission_digest is not null;
create index voice_addition_voice on voice_addition (district, voice_id, at, id);
comment on table voice_addition is 'Words added later, as they were spoken; each is a step of the same identifier. personal: words can name people; purpose: solving the matter; retention: permanent archive';

create table voice_step (
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
  foreign key (district, subject_id) references voice (district, id)
);
create index voice_step_back on voice_step (district, subject_id) where verb = 'hand_back';
comment on table voice_step is 'Every step of a voice: who in office, when, why; a voter''s own steps name nobody. personal: who acted in office; purpose: evidence; retention: permanent archive';

create table voice_limit (
  district text not null,
  key bytea not null,
  hour timestamptz not null,
  count integer not null,
  primary key (district, key, hour)
);
create index voice_limit_hour on voice_limit (hour);
comment on table voice_limit is 'How often something was asked for in an hour, by keyed digest of network address or station. personal: none that can be read back; purpose: keeping floods out; retention: a day';
