create table file (
  district text not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  size integer not null check (size > 0),
  digest text not null,
  width integer,
  height integer,
  by_account uuid not null,
  at timestamptz not null,
  used boolean not null default false,
  primary key (district, id),
  check ((width is null) = (height is null))
);
create index file_pending on file (district, by_account) where not used;
create index file_pending_age on file (at) where not used;
comment on table file is 'Photos and documents; their bytes lie in the folder of files. personal: pictures and papers can show people; purpose: evidence of what was asked and done; retention: with the things that use them, unused ones a day';

create table file_use (
  district text not null,
  subject_type text not null,
  subject_id uuid not null,
  file_id uuid not null,
  primary key (district, subject_type, subject_id, file_id),
  foreign key (district, file_id) references file (district, id)
);
create index file_use_file on file_use (district, file_id);
comment on table file_use is 'Which thing has which files; one photo can serve an opinion and the suggestion it grew into. personal: none; retention: with the thing';
