-- Areas -------------------------------------------------------------------------------------------
create table area (
  district text not null,
  id uuid not null,
  code text not null,
  kind text not null check (kind in ('district', 'town', 'subdistrict', 'village', 'community')),
  name text not null,
  parent_id uuid,
  sort_key text not null,
  retired_on date,
  version integer not null default 1,
  primary key (district, id),
  unique (district, code),
  foreign key (district, parent_id) references area (district, id)
);
create index area_list on area (district, sort_key, id);
create index area_children on area (district, parent_id);
comment on table area is 'Administrative areas by GB/T 2260 and GB/T 10114 code. personal: none; retention: permanent';

-- Organisations -----------------------------------------------------------------------------------
create table organisation (
  district text not null,
  id uuid not null,
  kind text not null,
  name text not null,
  short_name text not null,
  area_id uuid not null,
  parent_id uuid,
  phone text,
  sort_key text not null,
  founded_on date,
  dissolved_on date,
  version integer not null default 1,
  primary key (district, id),
  unique (district, name),
  foreign key (district, area_id) references area (district, id),
  foreign key (district, parent_id) references organisation (district, id)
);
create index organisation_list on organisation (district, sort_key, id);
create index organisation_kind on organisation (district, kind, sort_key, id);
create index organisation_area on organisation (district, area_id);
create index organisation_parent on organisation (district, parent_id);
comment on table organisation is 'Organs, working bodies and handling units. personal: none (office telephone); retention: permanent';

-- Congresses, their sessions, electoral districts, delegations, groups -------------------------------
create table congress (
  district text not null,
  id uuid not null,
  level text not null check (level in ('nation', 'province', 'city', 'district', 'town')),
  area_id uuid not null,
  congress_no smallint not null check (congress_no > 0),
  name text not null,
  term_starts_on date not null,
  term_ended_on date check (term_ended_on > term_starts_on),
  version integer not null default 1,
  primary key (district, id),
  unique (district, level, area_id, congress_no),
  foreign key (district, area_id) references area (district, id)
);
create index congress_area on congress (district, area_id);
comment on table congress is 'A congress for one term, from its first session to the next one''s. personal: none; retention: permanent';

create table congress_session (
  district text not null,
  id uuid not null,
  congress_id uuid not null,
  session_no smallint not null check (session_no > 0),
  opened_on date not null,
  closed_on date not null check (closed_on >= opened_on),
  version integer not null default 1,
  primary key (district, id),
  unique (district, congress_id, session_no),
  foreign key (district, congress_id) references congress (district, id)
);
comment on table congress_session is 'Sessions of a congress. personal: none; retention: permanent';

create table electoral_district (
  district text not null,
  id uuid not null,
  congress_id uuid not null,
  number smallint not null check (number > 0),
  name text not null,
  area_id uuid not null,
  seats smallint not null check (seats between 1 and 3),
  version integer not null default 1,
  primary key (district, id),
  unique (district, congress_id, number),
  foreign key (district, congress_id) references congress (district, id),
  foreign key (district, area_id) references area (district, id)
);
create index electoral_district_area on electoral_district (district, area_id);
comment on table electoral_district is 'Electoral districts of a congress, one to three seats each (EL-25). personal: none; retention: permanent';

create table delegation (
  district text not null,
  id uuid not null,
  congress_id uuid not null,
  name text not null,
  area_id uuid,
  version integer not null default 1,
  primary key (district, id),
  unique (district, congress_id, name),
  foreign key (district, congress_id) references congress (district, id),
  foreign key (district, area_id) references area (district, id)
);
create index delegation_area on delegation (district, area_id);
comment on table delegation is 'Delegations, formed for sessions (DL-14). personal: none; retention: permanent';

create table deputy_group (
  district text not null,
  id uuid not null,
  name text not null,
  area_id uuid,
  field text,
  founded_on date not null,
  dissolved_on date,
  version integer not null default 1,
  primary key (district, id),
  unique (district, name),
  foreign key (district, area_id) references area (district, id)
);
create index deputy_group_area on deputy_group (district, area_id);
comment on table deputy_group is 'Deputies'' groups between sessions, by area or field (DL-26). personal: none; retention: permanent';

-- People and their mandates -----------------------------------------------------------------------
create table person (
  district text not null,
  id uuid not null,
  name text not null,
  gender text check (gender in ('male', 'female')),
  nationality text,
  born_in text check (born_in ~ '^\d{4}-\d{2}$'),
  political_status text,
  education text,
  occupation text,
  phone text,
  sort_key text not null,
  version integer not null default 1,
  primary key (district, id)
);
create index person_list on person (district, sort_key, id);
comment on table person is 'Deputies and staff. personal: name, gender, nationality, month of birth, political status, education, occupation, phone; purpose: keeping the roll of deputies and reaching them (DL-58); retention: ten years after the last mandate or role ends';

create table mandate (
  district text not null,
  id uuid not null,
  person_id uuid not null,
  congress_id uuid not null,
  electoral_district_id uuid,
  delegation_id uuid,
  group_id uuid,
  area_id uuid not null,
  card_no text,
  directly_elected boolean not null,
  by_election boolean not null default false,
  elected_on date not null,
  status text not null check (status in ('in_force', 'suspended', 'ended')),
  ended_on date,
  version integer not null default 1,
  primary key (district, id),
  unique (district, person_id, congress_id),
  foreign key (district, person_id) references person (district, id),
  foreign key (district, congress_id) references congress (district, id),
  foreign key (district, electoral_district_id) references electoral_district (district, id),
  foreign key (district, delegation_id) references delegation (district, id),
  foreign key (district, group_id) references deputy_group (district, id),
  foreign key (district, area_id) references area (district, id)
);
create unique index mandate_card on mandate (district, congress_id, card_no);
create index mandate_congress on mandate (district, congress_id, status);
create index mandate_group on mandate (district, group_id);
create index mandate_delegation on mandate (district, delegation_id);
create index mandate_electoral_district on mandate (district, electoral_district_id);
create index mandate_area on mandate (district, area_id);
comment on table mandate is 'A deputy''s mandate: one person in one congress. personal: the holding of public office; purpose: the unit of duty (DL-2); retention: permanent';

create table mandate_step (
  district text not null,
  id uuid not null,
  mandate_id uuid not null,
  verb text not null,
  at timestamptz not null,
  by_account uuid,
  effective_on date not null,
  ground text,
  document_no text,
  note text,
  primary key (district, id),
  foreign key (district, mandate_id) references mandate (district, id)
);
create index mandate_step_mandate on mandate_step (district, mandate_id, at);
comment on table mandate_step is 'Why and when a mandate was suspended, resumed or ended (DL-61, DL-62). personal: grounds; purpose: proof of the change; retention: permanent, sealed from the public';

create table role (
  district text not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, person_id) references person (district, id),
  foreign key (district, organisation_id) references organisation (district, id)
);
create index role_person on role (district, person_id);
create index role_organisation on role (district, organisation_id, name);
comment on table role is 'Who works where as what, and when. personal: the holding of an office; purpose: permission; retention: permanent';

-- Accounts ----------------------------------------------------------------------------------------
create table account (
  district text not null,
  id uuid not null,
  person_id uuid not null,
  user_name text not null,
  phone text,
  password_hash text,
  must_change_password boolean not null default false,
  totp_secret text,
  totp_used_step bigint,
  failures integer not null default 0,
  locked_until timestamptz,
  disabled boolean not null default false,
  version integer not null default 1,
  primary key (district, id),
  unique (district, person_id),
  foreign key (district, person_id) references person (district, id)
);
create unique index account_user_name on account (user_name);
create unique index account_phone on account (phone);
comment on table account is 'Means to sign in. personal: user name, phone, password hash, one-time code secret; purpose: authentication; retention: until the account is removed';

create table sign_in (
  district text not null,
  id uuid not null,
  account_id uuid not null,
  token_digest text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  device text not null,
  primary key (district, id),
  foreign key (district, account_id) references account (district, id) on delete cascade
);
create unique index sign_in_token on sign_in (token_digest);
create index sign_in_account on sign_in (district, account_id, started_at);
comment on table sign_in is 'Open and past sign-ins of an account. personal: network address, device; purpose: security, seeing and revoking one''s own; retention: 12 months';

create table sign_in_attempt (
  id uuid primary key,
  at timestamptz not null,
  district text,
  account_id uuid,
  address text not null,
  outcome text not null
);
create index sign_in_attempt_address on sign_in_attempt (address, at);
create index sign_in_attempt_age on sign_in_attempt (at);
create index sign_in_attempt_account on sign_in_attempt (district, account_id, at);
comment on table sign_in_attempt is 'Attempts to sign in. personal: network address; purpose: lock-out and the sign-in log (Cybersecurity Law: at least six months); retention: 12 months';

create table first_start (
  one boolean primary key default true check (one),
  token_digest text,
  used_at timestamptz
);
comment on table first_start is 'The one-time token of the first administrator. personal: none; retention: permanent';
