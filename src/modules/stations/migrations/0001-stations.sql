create table station (
  district text not null,
  id uuid not null,
  code text not null check (code ~ '^[A-Z0-9]{2,12}$'),
  kind text not null,
  name text not null,
  area_id uuid not null,
  organisation_id uuid not null,
  address text not null,
  longitude numeric(9, 6) check (longitude between -180 and 180),
  latitude numeric(8, 6) check (latitude between -90 and 90),
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  closing_reason text,
  hours jsonb not null,
  floor_area integer check (floor_area > 0),
  rooms smallint check (rooms > 0),
  equipment jsonb not null,
  phone text,
  about text,
  photos jsonb not null,
  sort_key text not null,
  version integer not null default 1,
  primary key (district, id),
  unique (district, code),
  unique (district, name),
  foreign key (district, area_id) references area (district, id),
  foreign key (district, organisation_id) references organisation (district, id),
  check ((longitude is null) = (latitude is null))
);
create index station_list on station (district, sort_key, id);
create index station_kind on station (district, kind, sort_key, id);
create index station_area on station (district, area_id);
create index station_organisation on station (district, organisation_id);
comment on table station is 'Duty stations of deputies: a place near home. personal: none (telephone of the place); retention: permanent';

create table station_cover (
  district text not null,
  id uuid not null,
  station_id uuid not null,
  area_id uuid not null,
  grid text,
  primary key (district, id),
  foreign key (district, station_id) references station (district, id),
  foreign key (district, area_id) references area (district, id)
);
create unique index station_cover_once on station_cover (district, station_id, area_id, coalesce(grid, ''));
create index station_cover_area on station_cover (district, area_id);
comment on table station_cover is 'Villages, communities and grids that a station covers. personal: none; retention: permanent';

create table station_staff (
  district text not null,
  id uuid not null,
  station_id uuid not null,
  person_id uuid not null,
  post text not null check (post in ('head', 'deputy_head', 'liaison')),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, station_id) references station (district, id),
  foreign key (district, person_id) references person (district, id)
);
create unique index station_staff_open on station_staff (district, station_id, person_id, post) where ends_on is null;
create index station_staff_station on station_staff (district, station_id, starts_on, id);
create index station_staff_person on station_staff (district, person_id);
create index station_staff_list on station_staff (district, starts_on, id);
comment on table station_staff is 'Head, deputy heads and liaison officers of a station, from a day to a day. personal: the holding of a post; purpose: permission, being reached; retention: permanent';

create table station_deputy (
  district text not null,
  id uuid not null,
  station_id uuid not null,
  mandate_id uuid not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, station_id) references station (district, id),
  foreign key (district, mandate_id) references mandate (district, id)
);
create unique index station_deputy_open on station_deputy (district, station_id, mandate_id) where ends_on is null;
create index station_deputy_station on station_deputy (district, station_id, starts_on, id);
create index station_deputy_mandate on station_deputy (district, mandate_id);
create index station_deputy_list on station_deputy (district, starts_on, id);
comment on table station_deputy is 'Deputies of every level placed at a station, from a day to a day. personal: the holding of public office; purpose: rosters, public information (DL-58); retention: permanent';

create table roster (
  district text not null,
  id uuid not null,
  station_id uuid not null,
  name text not null,
  every text not null check (every in ('month_day', 'month_weekday', 'week')),
  day smallint check (day between 1 and 31),
  nth smallint check (nth between 1 and 5),
  weekday smallint check (weekday between 1 and 7),
  months jsonb not null,
  from_time text not null check (from_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  to_time text not null check (to_time ~ '^([01]\d|2[0-3]):[0-5]\d$' and to_time > from_time),
  deputies smallint not null check (deputies between 1 and 20),
  shift text not null check (shift in ('next_working_day', 'previous_working_day', 'stay', 'skip')),
  theme text,
  in_force_from date not null,
  in_force_until date check (in_force_until >= in_force_from),
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, station_id) references station (district, id),
  check ((every = 'month_day') = (day is not null)),
  check ((every = 'month_weekday') = (nth is not null)),
  check ((every = 'month_day') = (weekday is null))
);
create index roster_station on roster (district, station_id, in_force_from, id);
create index roster_list on roster (district, in_force_from, id);
comment on table roster is 'On which days deputies receive at a station. personal: none; retention: permanent';

create table deputy_absence (
  district text not null,
  id uuid not null,
  mandate_id uuid not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  reason text,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, mandate_id) references mandate (district, id)
);
create index deputy_absence_mandate on deputy_absence (district, mandate_id, from_on);
create index deputy_absence_list on deputy_absence (district, from_on, id);
comment on table deputy_absence is 'Days on which a deputy cannot receive. personal: days and reason of an absence; purpose: rosters that can be kept; retention: two years after the last day';

create table reception (
  district text not null,
  id uuid not null,
  station_id uuid not null,
  roster_id uuid,
  planned_for date,
  kind text not null check (kind in ('roster', 'liaison', 'area', 'grid', 'mobile')),
  area_id uuid,
  grid text,
  place text,
  theme text,
  liaison_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  day date not null,
  announce_by date not null,
  record_by date not null,
  called boolean not null,
  status text not null,
  announced_at timestamptz,
  held_at timestamptz,
  visitors integer check (visitors >= 0),
  summary text,
  version integer not null,
  primary key (district, id),
  unique (district, roster_id, planned_for),
  foreign key (district, station_id) references station (district, id),
  foreign key (district, roster_id) references roster (district, id),
  foreign key (district, area_id) references area (district, id),
  foreign key (district, liaison_id) references person (district, id),
  check ((roster_id is null) = (planned_for is null)),
  check ((kind = 'roster') = (roster_id is not null))
);
create index reception_days on reception (district, day, starts_at, id);
create index reception_station on reception (district, station_id, day, id);
create index reception_status on reception (district, status, day);
create index reception_call on reception (district, announce_by) where status = 'planned' and not called;
comment on table reception is 'Receptions of voters at a station or on the road. personal: none (what visitors say is kept as voices); retention: permanent archive';

create table reception_deputy (
  district text not null,
  id uuid not null,
  reception_id uuid not null,
  mandate_id uuid not null,
  state text not null check (state in ('planned', 'signed_in', 'absent', 'excused', 'substituted')),
  stands_in_for uuid,
  signed_in_at timestamptz,
  signed_in_by text check (signed_in_by in ('code', 'station')),
  primary key (district, id),
  unique (district, reception_id, mandate_id),
  foreign key (district, reception_id) references reception (district, id),
  foreign key (district, mandate_id) references mandate (district, id),
  foreign key (district, stands_in_for) references mandate (district, id),
  check ((state = 'signed_in') = (signed_in_at is not null))
);
create index reception_deputy_mandate on reception_deputy (district, mandate_id, reception_id);
comment on table reception_deputy is 'Deputies on duty at a reception, and whether they came. personal: performance of duty; purpose: roster and register of duty; retention: permanent archive';

create table reception_exchange (
  district text not null,
  id uuid not null,
  reception_id uuid not null,
  asker uuid not null,
  asked uuid not null,
  swap_reception_id uuid,
  status text not null check (status in ('asked', 'agreed', 'declined', 'lapsed')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  note text,
  primary key (district, id),
  foreign key (district, reception_id) references reception (district, id),
  foreign key (district, swap_reception_id) references reception (district, id),
  foreign key (district, asker) references mandate (district, id),
  foreign key (district, asked) references mandate (district, id)
);
create unique index reception_exchange_open on reception_exchange (district, reception_id, asker) where status = 'asked';
create index reception_exchange_asked on reception_exchange (district, asked, status);
comment on table reception_exchange is 'Who asked whom to stand in or to swap, and the answer. personal: why a deputy cannot come; purpose: rosters that are kept by consent; retention: permanent archive';

create table reception_step (
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
  foreign key (district, subject_id) references reception (district, id)
);
comment on table reception_step is 'Every step of a reception: who, when, why. personal: who acted in office; purpose: evidence; retention: permanent archive';

create table listening_session (
  district text not null,
  id uuid not null,
  station_id uuid not null,
  organ_id uuid not null,
  topic text not null,
  about text,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  day date not null,
  status text not null,
  announced_at timestamptz,
  held_at timestamptz,
  present integer check (present >= 0),
  mandates jsonb not null,
  summary text,
  closed_at timestamptz,
  version integer not null,
  primary key (district, id),
  foreign key (district, station_id) references station (district, id),
  foreign key (district, organ_id) references organisation (district, id)
);
create index listening_session_days on listening_session (district, day desc, id desc);
create index listening_session_station on listening_session (district, station_id, day desc, id desc);
create index listening_session_organ on listening_session (district, organ_id, day desc, id desc);
create index listening_session_open on listening_session (district, status);
comment on table listening_session is 'State organs hear deputies and people at a station. personal: none; retention: permanent archive';

create table listening_point (
  district text not null,
  id uuid not null,
  session_id uuid not null,
  position smallint not null,
  content text not null,
  mandate_id uuid,
  unit_id uuid not null,
  status text not null check (status in ('open', 'answered', 'followed_up')),
  answer text,
  answered_on date,
  outcome text check (outcome in ('SATISFIED', 'BASIC', 'DISSATISFIED')),
  follow_up text,
  followed_up_on date,
  primary key (district, id),
  unique (district, session_id, position),
  foreign key (district, session_id) references listening_session (district, id),
  foreign key (district, mandate_id) references mandate (district, id),
  foreign key (district, unit_id) references organisation (district, id),
  check ((status = 'open') = (answer is null)),
  check ((status = 'followed_up') = (outcome is not null))
);
create index listening_point_unit on listening_point (district, unit_id, status);
comment on table listening_point is 'Points raised at a listening session, each with its answer. personal: what was said may name people; purpose: an answer within the time limit; retention: permanent archive';

create table listening_step (
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
  foreign key (district, subject_id) references listening_session (district, id)
);
comment on table listening_step is 'Every step of a listening session: who, when, why. personal: who acted in office; purpose: evidence; retention: permanent archive';

create table station_event (
  district text not null,
  id uuid not null,
  station_id uuid not null,
  function text not null check (function in ('reception', 'work', 'learning', 'service', 'publicity')),
  title text not null,
  held_on date not null,
  place text,
  people integer not null check (people >= 0),
  mandates jsonb not null,
  summary text,
  photos jsonb not null,
  withdrawn_on date,
  withdrawal_reason text,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, station_id) references station (district, id)
);
create index station_event_days on station_event (district, held_on desc, id desc);
create index station_event_station on station_event (district, station_id, held_on desc, id desc);
create index station_event_function on station_event (district, function, held_on desc, id desc);
comment on table station_event is 'What happened at a station, each with one of the five functions. personal: deputies who took part; purpose: yearly figures and register of duty; retention: permanent archive';

create table station_post (
  district text not null,
  id uuid not null,
  station_id uuid not null,
  kind text not null check (kind in ('notice', 'law', 'study', 'deed')),
  title text not null,
  body text not null,
  mandate_id uuid,
  published_on date not null,
  withdrawn_on date check (withdrawn_on >= published_on),
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, station_id) references station (district, id),
  foreign key (district, mandate_id) references mandate (district, id)
);
create index station_post_days on station_post (district, published_on desc, id desc);
create index station_post_station on station_post (district, station_id, published_on desc, id desc);
create index station_post_list on station_post (district, published_on, id);
comment on table station_post is 'Notices, laws, study material and deeds of deputies that a station publishes. personal: deputies named in office; purpose: public information; retention: permanent';

create table station_rating (
  district text not null,
  id uuid not null,
  station_id uuid not null,
  year smallint not null,
  rule_version integer not null,
  items jsonb not null,
  claimed jsonb not null,
  assessed jsonb,
  score numeric(5, 1),
  stars smallint check (stars between 0 and 5),
  remark text,
  status text not null,
  published_at timestamptz,
  version integer not null,
  primary key (district, id),
  unique (district, station_id, year),
  foreign key (district, station_id) references station (district, id),
  check ((status = 'claimed') = (assessed is null)),
  check ((status = 'published') = (published_at is not null))
);
create index station_rating_year on station_rating (district, year desc, id desc);
comment on table station_rating is 'The star rating of a station in a year: own claim, assessment, stars. personal: none; retention: permanent archive';

create table station_rating_step (
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
  foreign key (district, subject_id) references station_rating (district, id)
);
comment on table station_rating_step is 'Every step of a rating: who, when, why. personal: who acted in office; purpose: evidence; retention: permanent archive';
