alter table demonstration add column receipts jsonb not null default '[]';
comment on table demonstration is 'Present only in a demonstration world: its day, the made-up people one can be, receipts of made-up voices to try. personal: none; retention: the life of the demonstration';
