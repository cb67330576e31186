create table suggestion_paper_series (
  district text not null,
  mark text not null,
  year smallint not null,
  last integer not null,
  primary key (district, mark, year)
);
comment on table suggestion_paper_series is 'The last number given under a 发文代字 in a year. personal: none; retention: permanent';

create table suggestion_paper (
  district text not null,
  id uuid not null,
  suggestion_id uuid not null,
  kind text not null,
  step_id uuid not null,
  mark text not null,
  year smallint not null,
  number integer not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  primary key (district, id),
  unique (district, mark, year, number),
  unique (district, suggestion_id, kind, step_id),
  foreign key (district, suggestion_id) references suggestion (district, id)
);
comment on table suggestion_paper is 'Notices that were numbered and issued, each for the step it tells of (GB/T 9704). personal: who issued in office; purpose: register of papers; retention: permanent archive';
