-- A voter has no account: what he sends in belongs to the form that he is filling in, known by a mark of its identifier.
alter table file alter column by_account drop not null;
alter table file add column by_visitor text;
alter table file add constraint file_bringer_check check ((by_account is null) <> (by_visitor is null));
create index file_pending_visitor on file (district, by_visitor) where not used and by_visitor is not null;
