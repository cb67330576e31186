create table notice (
  district text not null,
  id uuid not null,
  account_id uuid not null,
  occasion text not null,
  subject_type text not null,
  subject_id uuid not null,
  type text not null,
  kind text not null check (kind in ('act', 'know', 'remind')),
  label text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (district, id),
  unique (district, account_id, occasion),
  foreign key (district, account_id) references account (district, id) on delete cascade
);
create index notice_newest on notice (district, account_id, at desc, id desc);
create index notice_unread on notice (district, account_id) where read_at is null;
create index notice_old on notice (read_at) where read_at is not null;
comment on table notice is 'Who was told of what. personal: who reads what and when; purpose: telling people what concerns them; retention: 180 days after it was read';

create table notice_reminder (
  district text not null,
  clock_id uuid not null,
  due_on date not null,
  stage text not null,
  at timestamptz not null,
  primary key (district, clock_id, due_on, stage)
);
create index notice_reminder_old on notice_reminder (due_on);
comment on table notice_reminder is 'Of which due dates people have been reminded. personal: none; retention: two years after the due date';

create table notice_contact (
  district text not null,
  account_id uuid not null,
  email text,
  webhook_url text,
  webhook_secret text,
  quiet_from smallint check (quiet_from between 0 and 1439),
  quiet_to smallint check (quiet_to between 0 and 1439),
  primary key (district, account_id),
  foreign key (district, account_id) references account (district, id) on delete cascade,
  check ((quiet_from is null) = (quiet_to is null)),
  check ((webhook_url is null) = (webhook_secret is null))
);
comment on table notice_contact is 'Where and when someone wants to be told, set by himself. personal: e-mail address, own web address, sealed secret; purpose: reaching him; retention: until he removes it or the account is removed';

create table notice_choice (
  district text not null,
  account_id uuid not null,
  channel text not null check (channel in ('mail', 'webhook', 'gateway')),
  kind text not null check (kind in ('act', 'know', 'remind')),
  timing text not null check (timing in ('at_once', 'daily', 'never')),
  primary key (district, account_id, channel, kind),
  foreign key (district, account_id) references account (district, id) on delete cascade
);
comment on table notice_choice is 'What someone wants to be told by which way and how soon. personal: a preference; purpose: his own choice; retention: until the account is removed';

create table notice_delivery (
  district text not null,
  id uuid not null,
  account_id uuid not null,
  channel text not null check (channel in ('mail', 'webhook', 'gateway')),
  notice_ids uuid[] not null,
  digest_on date,
  state text not null check (state in ('waiting', 'sent', 'failed', 'given_up')),
  attempts smallint not null default 0,
  created_at timestamptz not null,
  due_at timestamptz not null,
  next_at timestamptz not null,
  claimed_until timestamptz,
  last_error text,
  sent_at timestamptz,
  primary key (district, id),
  foreign key (district, account_id) references account (district, id) on delete cascade
);
create unique index notice_delivery_digest on notice_delivery (district, account_id, channel, digest_on) where digest_on is not null;
create index notice_delivery_due on notice_delivery (next_at) where state in ('waiting', 'failed');
create index notice_delivery_newest on notice_delivery (district, created_at desc, id desc);
create index notice_delivery_old on notice_delivery (created_at);
comment on table notice_delivery is 'What leaves the house: by which way, when, how often tried. personal: whom it was sent to; purpose: proof of delivery and repetition; retention: 180 days';
