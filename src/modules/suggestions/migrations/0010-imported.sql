-- Earlier suggestions are taken over from sheets: their life before lies in other records.
alter table suggestion add column imported boolean not null default false;
-- Who drafted a reply that was taken over is not known.
alter table suggestion_reply alter column drafted_by drop not null;
