-- The lead asks a co-handler about a point by a day: a request like others, with the point and the day.
alter table suggestion_request add column due_on date;
alter table suggestion_request add column point smallint;
drop index suggestion_request_open;
create unique index suggestion_request_open on suggestion_request (district, suggestion_id, kind, part_id, point) nulls not distinct where decision is null;
