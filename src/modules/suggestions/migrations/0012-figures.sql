-- The figures as they stand, kept with the cases.
insert into tally (district, shelf, book, status, n)
  with settled as (
    select s.*, s.closed_at is not null as closed, to_char(s.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
      coalesce((select max(r.result_class) from suggestion_reply r where r.district = s.district and r.suggestion_id = s.id
        and r.round = s.round and r.signed_at is not null), '') as class,
      (select bool_and(r.outcome = 'resolved') from suggestion_reply r where r.district = s.district and r.suggestion_id = s.id
        and r.round = s.round and r.signed_at is not null) as solved, f.*
    from suggestion s left join lateral (
      select bool_and(f.result = 'SATISFIED' and coalesce(f.attitude, f.result) = 'SATISFIED') as satisfied,
        bool_and(f.result <> 'DISSATISFIED' and coalesce(f.attitude, f.result) <> 'DISSATISFIED') as basic, count(*) > 0 as heard
      from suggestion_feedback f where f.district = s.district and f.suggestion_id = s.id and f.round = s.round and f.result is not null) f on true
    where s.number is not null and s.submitted_at is not null and s.status not in ('withdrawn', 'merged')
  ), figures as (
    select t.district, g.shelf, left(t.month, 4) || '/' || g.group_key as book, m.status
    from settled t cross join lateral (
      values ('month', t.month), ('category', t.category), ('area', coalesce(t.area_id::text, '')), ('class', t.class),
        ('session', coalesce(t.session_id, t.congress_id)::text), ('whole', '')
      union all select distinct 'unit', coalesce(p.unit_id::text, '') from (select 1) one left join suggestion_part p
        on p.district = t.district and p.suggestion_id = t.id and p.role <> 'CO' and p.status not in ('handed_back', 'ended')) g (shelf, group_key)
    cross join lateral (values ('count', true), ('closed', t.closed), ('solved', t.closed and t.solved), ('heard', t.closed and t.heard),
      ('satisfied', t.closed and t.satisfied), ('satisfiedOrBasic', t.closed and t.basic)) m (status, holds) where m.holds
  )
select district, 'suggestion.by_' || shelf, book, status, count(*) from figures group by 1, 2, 3, 4;
