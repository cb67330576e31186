create table awaited (
  district text not null,
  subject_type text not null,
  subject_id uuid not null,
  verb text not null,
  holder uuid not null,
  leaders_only boolean not null,
  part_id uuid,
  clock_id uuid,
  due_on date,
  since timestamptz not null,
  urged_at timestamptz,
  primary key (district, subject_type, subject_id, verb, holder)
);
create index awaited_holder on awaited (district, holder);
comment on table awaited is 'What each thing waits for and from whom, written with its status: the to-do lists. personal: none (ids only); retention: with the thing';

create index fact_actor on fact (district, actor, at desc, id desc) where actor is not null;
