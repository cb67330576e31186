-- The key this database is used with, as a keyed digest that only the same key makes: one row, written at the first start. No personal data.
create table key_mark (
  one boolean primary key default true check (one),
  digest bytea not null
);
