-- Every two neighbouring characters of a text. Only A-Z are folded: the same on every server, whatever its locale.
-- Its cost keeps the planner from working it out row by row instead of reading the index.
create function bigrams(content text) returns text[] language sql immutable strict parallel safe cost 10000 as $$
  select coalesce(array_agg(distinct pair), '{}') from (
    select letter || lead(letter) over (order by place) as pair
    from string_to_table(lower(content collate "C"), null) with ordinality as t (letter, place)
  ) as pairs where pair is not null
$$;
