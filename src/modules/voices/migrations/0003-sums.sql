-- What lists count, kept with the voices from now on.
insert into tally (district, shelf, book, status, n)
select district, 'voice', concat_ws('/', receiver_id, coalesce(unit_id::text, ''), coalesce(station_id::text, '')), status, count(*)
from voice group by 1, 3, 4;
