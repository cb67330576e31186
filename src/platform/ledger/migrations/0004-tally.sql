create table tally (
  district text not null,
  shelf text not null,
  book text not null,
  status text not null,
  at bigint generated always as identity,
  n integer not null,
  primary key (district, shelf, book, status, at) include (n)
);
comment on table tally is 'How many things stand in which state, for those who see them: differences, gathered into sums now and then. personal: none; retention: with the things counted';
