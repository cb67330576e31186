create table tour_seen (
  district text not null,
  account_id uuid not null,
  primary key (district, account_id),
  foreign key (district, account_id) references account (district, id) on delete cascade
);
comment on table tour_seen is 'Who was offered the first-steps tour and went or declined. personal: a preference; purpose: to ask once only, at every desk; retention: until he wants to be asked again or the account is removed';
