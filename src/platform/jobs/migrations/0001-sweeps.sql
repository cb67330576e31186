create table sweep (
  name text primary key,
  ran_at timestamptz,
  failures integer not null default 0,
  last_error text
);
comment on table sweep is 'When each recurring task last ran, and how it failed. personal: none; retention: permanent';
