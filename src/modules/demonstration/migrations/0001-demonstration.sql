create table demonstration (
  one boolean primary key default true check (one),
  district text not null,
  today date not null,
  personas jsonb not null
);
comment on table demonstration is 'Present only in a demonstration world: its day and the made-up people one can be. personal: none; retention: the life of the demonstration';
