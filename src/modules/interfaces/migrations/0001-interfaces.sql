create table api_key (
  district text not null,
  id uuid not null,
  name text not null,
  digest bytea not null,
  scopes jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  used_on date,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (district, id),
  foreign key (district, created_by) references account (district, id),
  foreign key (district, revoked_by) references account (district, id),
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index api_key_digest on api_key (digest);
create index api_key_newest on api_key (district, created_at desc, id desc);
comment on table api_key is 'Keys given to other systems; only a keyed digest is stored. personal: which administrator gave and took it; purpose: knowing whose requests these are; retention: permanent';

create table api_key_use (
  district text not null,
  api_key_id uuid not null,
  hour timestamptz not null,
  count integer not null,
  primary key (district, api_key_id, hour),
  foreign key (district, api_key_id) references api_key (district, id)
);
create index api_key_use_hour on api_key_use (hour);
comment on table api_key_use is 'How much a key brought in an hour. personal: none; purpose: keeping floods out; retention: a day';

create table brought_voice (
  district text not null,
  voice_id uuid not null,
  api_key_id uuid not null,
  at timestamptz not null,
  primary key (district, voice_id),
  foreign key (district, api_key_id) references api_key (district, id)
);
create index brought_voice_key on brought_voice (district, api_key_id, at desc);
comment on table brought_voice is 'Which voice came through which key, so that its system can follow it. personal: none; purpose: following what one brought; retention: permanent';

create table webhook (
  district text not null,
  id uuid not null,
  name text not null,
  url text not null,
  secret text not null,
  types jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  stopped_by uuid,
  stopped_at timestamptz,
  primary key (district, id),
  foreign key (district, created_by) references account (district, id),
  foreign key (district, stopped_by) references account (district, id),
  check ((stopped_at is null) = (stopped_by is null))
);
create index webhook_newest on webhook (district, created_at desc, id desc);
create index webhook_active on webhook (district) where stopped_at is null;
comment on table webhook is 'Systems that are told of public facts; the secret is sealed. personal: which administrator set it up; purpose: telling other systems; retention: permanent';

create table webhook_delivery (
  district text not null,
  id uuid not null,
  webhook_id uuid not null,
  fact_id uuid not null,
  type text not null,
  payload jsonb not null,
  state text not null check (state in ('waiting', 'sent', 'failed', 'given_up')),
  attempts smallint not null default 0,
  created_at timestamptz not null,
  due_at timestamptz not null,
  next_at timestamptz not null,
  claimed_until timestamptz,
  last_error text,
  sent_at timestamptz,
  primary key (district, id),
  unique (district, webhook_id, fact_id),
  foreign key (district, webhook_id) references webhook (district, id)
);
create index webhook_delivery_due on webhook_delivery (district, webhook_id, next_at) where state in ('waiting', 'failed');
create index webhook_delivery_newest on webhook_delivery (district, created_at desc, id desc);
create index webhook_delivery_old on webhook_delivery (created_at);
comment on table webhook_delivery is 'What was told to other systems, when and how often tried. personal: none (public facts by allow-list); purpose: proof of delivery and repetition; retention: 180 days';

-- Orders in which only other systems read.
create index voice_step_at on voice_step (district, at, id);
create index suggestion_reply_signed on suggestion_reply (district, signed_at desc) where signed_at is not null;
create index opinion_result_answered on opinion_result (district, answered_on desc);
