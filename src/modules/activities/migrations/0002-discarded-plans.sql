-- A draft begun by mistake is discarded: it stays as evidence, and its group may begin another for the same year.
alter table activity_plan drop constraint activity_plan_status_check,
  add constraint activity_plan_status_check check (status in ('draft', 'submitted', 'approved', 'published', 'discarded')),
  add check (status <> 'discarded' or edition = 0),
  drop constraint activity_plan_district_group_id_year_key;
create unique index activity_plan_group_year on activity_plan (district, group_id, year) where status <> 'discarded';
