create table suggestion (
  district text not null,
  id uuid not null,
  congress_id uuid not null,
  session_id uuid,
  number integer,
  number_year smallint,
  title text not null,
  reason text not null,
  proposal text not null,
  category text not null,
  area_id uuid,
  formation text not null,
  repetition text not null,
  publicity text not null,
  wish_contact boolean not null,
  reference_only boolean not null,
  confidential boolean not null,
  proposed_unit_id uuid,
  secrecy_declared boolean not null,
  status text not null,
  resume_to text,
  round smallint not null,
  escalated_round smallint not null,
  reviewer_id uuid not null,
  forwarder_id uuid,
  merged_into_id uuid,
  key boolean not null,
  origin_type text,
  origin_id uuid,
  created_at timestamptz not null,
  submitted_at timestamptz,
  assigned_on date,
  closed_at timestamptz,
  version integer not null,
  primary key (district, id),
  foreign key (district, congress_id) references congress (district, id),
  foreign key (district, session_id) references congress_session (district, id),
  foreign key (district, area_id) references area (district, id),
  foreign key (district, proposed_unit_id) references organisation (district, id),
  foreign key (district, reviewer_id) references organisation (district, id),
  foreign key (district, forwarder_id) references organisation (district, id),
  foreign key (district, merged_into_id) references suggestion (district, id)
);
create unique index suggestion_in_session_number on suggestion (district, congress_id, session_id, number) where session_id is not null;
create unique index suggestion_out_of_session_number on suggestion (district, congress_id, number_year, number) where session_id is null;
create index suggestion_newest on suggestion (district, created_at desc, id desc);
create index suggestion_congress on suggestion (district, congress_id, session_id, status);
create index suggestion_reviewer on suggestion (district, reviewer_id, status);
create index suggestion_forwarder on suggestion (district, forwarder_id, status) where forwarder_id is not null;
create index suggestion_merged on suggestion (district, merged_into_id) where merged_into_id is not null;
comment on table suggestion is 'Deputies'' suggestions, criticisms and opinions (DL-24). personal: what a deputy writes may name people; purpose: handling the suggestion (DL-51); retention: permanent archive';

create table suggestion_series (
  district text not null,
  congress_id uuid not null,
  series text not null,
  last integer not null,
  primary key (district, congress_id, series)
);
comment on table suggestion_series is 'The last number given in a series. personal: none; retention: permanent';

create table suggestion_signer (
  district text not null,
  id uuid not null,
  suggestion_id uuid not null,
  mandate_id uuid not null,
  role text not null,
  state text not null,
  at timestamptz not null,
  primary key (district, id),
  unique (district, suggestion_id, mandate_id),
  foreign key (district, suggestion_id) references suggestion (district, id),
  foreign key (district, mandate_id) references mandate (district, id)
);
create index suggestion_signer_mandate on suggestion_signer (district, mandate_id, state);
comment on table suggestion_signer is 'Lead deputy and co-signers, each by his own act (R2.12). personal: performance of public office; purpose: proof of signature; retention: permanent archive';

create table suggestion_part (
  district text not null,
  id uuid not null,
  suggestion_id uuid not null,
  unit_id uuid not null,
  role text not null,
  scope text,
  status text not null,
  assigned_by_id uuid not null,
  offered_on date not null,
  handback_refused boolean not null,
  primary key (district, id),
  foreign key (district, suggestion_id) references suggestion (district, id),
  foreign key (district, unit_id) references organisation (district, id),
  foreign key (district, assigned_by_id) references organisation (district, id)
);
create index suggestion_part_case on suggestion_part (district, suggestion_id);
create index suggestion_part_unit on suggestion_part (district, unit_id, status);
comment on table suggestion_part is 'Handling by one unit. personal: none; retention: permanent archive';

create table suggestion_contact (
  district text not null,
  id uuid not null,
  suggestion_id uuid not null,
  part_id uuid,
  stage text not null,
  way text not null,
  held_on date not null,
  with_whom text not null,
  content text not null,
  round smallint not null,
  by_person uuid not null,
  confirmed_at timestamptz,
  primary key (district, id),
  foreign key (district, suggestion_id) references suggestion (district, id),
  foreign key (district, part_id) references suggestion_part (district, id)
);
create index suggestion_contact_case on suggestion_contact (district, suggestion_id);
comment on table suggestion_contact is 'The contacts before, during and after handling. personal: who was spoken to; purpose: proof of contact (DL-51); retention: permanent archive';

create table suggestion_reply (
  district text not null,
  id uuid not null,
  suggestion_id uuid not null,
  part_id uuid not null,
  round smallint not null,
  body text not null,
  scheme integer not null,
  result_class text not null,
  outcome text not null,
  reason text,
  drafted_by uuid not null,
  document_no text,
  signed_by uuid,
  signed_at timestamptz,
  primary key (district, id),
  unique (district, part_id, round),
  foreign key (district, suggestion_id) references suggestion (district, id),
  foreign key (district, part_id) references suggestion_part (district, id)
);
create index suggestion_reply_case on suggestion_reply (district, suggestion_id);
comment on table suggestion_reply is 'Replies by part and round. personal: the signatory''s office; purpose: the answer owed (DL-51); retention: permanent archive';

create table suggestion_commitment (
  district text not null,
  id uuid not null,
  suggestion_id uuid not null,
  part_id uuid not null,
  reply_id uuid not null,
  content text not null,
  owner text not null,
  due_on date not null,
  state text not null,
  carried_to date,
  settled_on date,
  evidence text,
  primary key (district, id),
  foreign key (district, suggestion_id) references suggestion (district, id),
  foreign key (district, part_id) references suggestion_part (district, id),
  foreign key (district, reply_id) references suggestion_reply (district, id)
);
create index suggestion_commitment_case on suggestion_commitment (district, suggestion_id);
create index suggestion_commitment_open on suggestion_commitment (district, due_on) where state = 'open';
comment on table suggestion_commitment is 'What a reply promises, until kept or answered again (R2.31). personal: the owner''s office; purpose: the ledger of promises; retention: permanent archive';

create table suggestion_feedback (
  district text not null,
  id uuid not null,
  suggestion_id uuid not null,
  mandate_id uuid not null,
  round smallint not null,
  attitude text,
  result text,
  reasons text,
  at timestamptz not null,
  primary key (district, id),
  unique (district, suggestion_id, mandate_id, round),
  foreign key (district, suggestion_id) references suggestion (district, id),
  foreign key (district, mandate_id) references mandate (district, id)
);
comment on table suggestion_feedback is 'The deputies'' appraisal of attitude and result. personal: a deputy''s judgement; purpose: appraisal (R2.32), hidden from units until decided upon; retention: permanent archive';

create table suggestion_request (
  district text not null,
  id uuid not null,
  suggestion_id uuid not null,
  kind text not null,
  part_id uuid,
  reason text not null,
  asked_on date not null,
  decision text,
  decided_on date,
  agreed_by uuid[] not null,
  primary key (district, id),
  foreign key (district, suggestion_id) references suggestion (district, id),
  foreign key (district, part_id) references suggestion_part (district, id)
);
create index suggestion_request_case on suggestion_request (district, suggestion_id);
create unique index suggestion_request_open on suggestion_request (district, suggestion_id, kind, part_id) nulls not distinct where decision is null;
comment on table suggestion_request is 'Requests for hand-back, extension, withdrawal, and their answers. personal: none; retention: permanent archive';

create table suggestion_step (
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
  foreign key (district, subject_id) references suggestion (district, id)
);
comment on table suggestion_step is 'Every step of a case: who, when, why. personal: who acted in office; purpose: the case''s evidence; retention: permanent archive';
