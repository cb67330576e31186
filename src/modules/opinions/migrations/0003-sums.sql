-- What lists count and what figures say, kept with the opinions from now on.
insert into tally (district, shelf, book, status, n)
with settled as (
  select o.*, o.closed_at is not null as closed, r.solved, r.grade
  from opinion o left join opinion_result r on r.district = o.district and r.opinion_id = o.id and r.round = o.round
), counted as (
  select o.district, 'opinion' as shelf, b.book || w.unit as book, o.status
  from opinion o
  cross join lateral (select 'district' union select 'office:' || o.receiver_id union select 'office:' || o.unit_id where o.unit_id is not null) b (book)
  cross join lateral (select '' union all select '/unit:' || o.unit_id where o.unit_id is not null) w (unit)
  union all
  select t.district, 'opinion.by_' || g.by, to_char(t.received_on, 'YYYY') || '/' || g.key, m.status
  from settled t cross join lateral (
    values ('month', to_char(t.received_on, 'YYYY-MM')), ('category', t.category), ('area', t.area_id::text),
      ('unit', coalesce(t.unit_id::text, '')), ('campaign', coalesce(t.campaign_id::text, '')), ('whole', '')) g (by, key)
  cross join lateral (values ('count', true), ('closed', t.closed), ('solved', t.closed and t.solved), ('heard', t.closed and t.grade is not null),
    ('satisfied', t.closed and t.grade = 'SATISFIED'), ('satisfiedOrBasic', t.closed and t.grade <> 'DISSATISFIED')) m (status, holds)
  where t.received_on is not null and m.holds
)
select district, shelf, book, status, count(*) from counted group by 1, 2, 3, 4;
