create table list_columns (
  district text not null,
  account_id uuid not null,
  list text not null check (length(list) <= 40),
  columns text[] not null check (cardinality(columns) between 1 and 40),
  primary key (district, account_id, list),
  foreign key (district, account_id) references account (district, id) on delete cascade
);
comment on table list_columns is 'Which columns someone sees in a list, and in which order. personal: a preference; purpose: his own choice, at every desk; retention: until he takes it back or the account is removed';

create table list_filter (
  district text not null,
  id uuid not null,
  account_id uuid not null,
  list text not null check (length(list) <= 40),
  name text not null check (length(name) <= 40),
  query text not null check (length(query) <= 1000),
  is_default boolean not null,
  primary key (district, id),
  constraint list_filter_name unique (district, account_id, list, name),
  foreign key (district, account_id) references account (district, id) on delete cascade
);
create unique index list_filter_default on list_filter (district, account_id, list) where is_default;
comment on table list_filter is 'Filters of a list that someone has named, of which one may open with it. personal: a preference, and what he searched for; purpose: his own choice, at every desk; retention: until he removes it or the account is removed';
