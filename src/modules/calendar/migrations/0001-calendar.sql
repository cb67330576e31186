create table calendar_year (
  district text not null,
  year smallint not null,
  version integer not null,
  source text not null,
  loaded_at timestamptz not null,
  loaded_by uuid,
  primary key (district, year, version)
);
comment on table calendar_year is 'Versions of a year''s public holidays. personal: none; retention: permanent';

create table calendar_day (
  district text not null,
  year smallint not null,
  version integer not null,
  day date not null,
  kind text not null check (kind in ('off', 'work')),
  name text not null,
  primary key (district, year, version, day),
  foreign key (district, year, version) references calendar_year (district, year, version)
);
comment on table calendar_day is 'Days off and make-up working days that differ from the week''s rule. personal: none; retention: permanent';

create table rule (
  district text not null,
  key text not null,
  version integer not null,
  in_force_from date not null,
  value jsonb not null,
  source text not null,
  note text,
  set_at timestamptz not null,
  set_by uuid,
  primary key (district, key, version)
);
comment on table rule is 'Local rules as dated data: limits, result classes, reason lists. personal: none; retention: permanent';

create table statute_change (
  district text primary key,
  changes bigint not null
);
comment on table statute_change is 'Counts changes of calendars and rules, so that copies in memory know when they are old. personal: none; retention: permanent';

create table clock (
  district text not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  part_id uuid,
  key text not null,
  rule_version integer not null,
  period jsonb not null,
  starts_on date not null,
  due_on date not null,
  pauses jsonb not null,
  extension jsonb,
  steps jsonb not null,
  calendars jsonb not null,
  stopped_on date,
  stopped_by text,
  primary key (district, id)
);
create index clock_subject on clock (district, subject_type, subject_id);
create index clock_running on clock (district, due_on, key) where stopped_on is null;
comment on table clock is 'Due dates, each with the rule, version, start and steps it was computed from. personal: none; retention: permanent';
