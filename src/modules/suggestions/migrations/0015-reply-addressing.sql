-- Whom the letters of a reply go to is a rule with versions; a signed reply keeps the version of its day.
alter table suggestion_reply add column addressing int;
update suggestion_reply set addressing = 0 where signed_at is not null;
