-- Addresses that were given before are used again once their owners have shown that they read them.
alter table notice_contact add column email_confirmed_at timestamptz;

create table notice_email_code (
  district text not null,
  account_id uuid not null,
  email text not null,
  code text not null,
  sent_at timestamptz[] not null check (cardinality(sent_at) between 1 and 20),
  wrong smallint not null,
  primary key (district, account_id),
  foreign key (district, account_id) references account (district, id) on delete cascade
);
create index notice_email_code_address on notice_email_code (district, lower(email));
comment on table notice_email_code is 'Codes on their way to an e-mail address, sealed, and when they were sent. personal: e-mail address; purpose: an address is used only by whoever reads it; retention: one day after the last was sent';
