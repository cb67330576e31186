-- Whoever works at the station where a voice was spoken may ask its speaker too, so that it stands on his list as on the receiver's.
insert into awaited (district, subject_type, subject_id, verb, holder, leaders_only, part_id, clock_id, due_on, since, urged_at)
select a.district, a.subject_type, a.subject_id, a.verb, v.station_id, a.leaders_only, a.part_id, a.clock_id, a.due_on, a.since, null
from awaited a join voice v on v.district = a.district and v.id = a.subject_id
where a.subject_type = 'voice' and a.verb = 'revisit' and a.holder = v.receiver_id and v.station_id is not null
on conflict do nothing;
