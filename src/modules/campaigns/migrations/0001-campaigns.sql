create table campaign (
  district text not null,
  id uuid not null,
  name text not null,
  label text,
  starts_on date not null,
  ends_on date,
  target_per_deputy smallint check (target_per_deputy > 0),
  target_period text check (target_period in ('month', 'year', 'whole')),
  aim text,
  version integer not null default 1,
  primary key (district, id),
  unique (district, name)
);
create index campaign_list on campaign (district, starts_on, id);
comment on table campaign is 'Themed activities of deputies with a target. personal: none; retention: permanent';
