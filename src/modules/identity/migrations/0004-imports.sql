create index person_name on person (district, name);

create table import_draft (
  district text not null,
  id uuid not null,
  kind text not null,
  file_name text not null,
  by_account uuid not null,
  at timestamptz not null,
  digest text not null,
  applied_at timestamptz,
  primary key (district, id)
);
create index import_draft_age on import_draft (at);
comment on table import_draft is 'Sheets handed in and held against what is there. personal: none beyond the file''s name; purpose: preview before import; retention: one day';

create table import_row (
  district text not null,
  draft_id uuid not null,
  no integer not null,
  outcome text not null check (outcome in ('new', 'changed', 'unchanged', 'wrong')),
  read jsonb not null,
  changes jsonb not null,
  reasons jsonb not null,
  primary key (district, draft_id, no),
  foreign key (district, draft_id) references import_draft (district, id) on delete cascade
);
create index import_row_outcome on import_row (district, draft_id, outcome, no);
comment on table import_row is 'Rows of a sheet handed in. personal: whatever stands in the sheet about people; purpose: preview before import; retention: one day';
