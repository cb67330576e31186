create table idempotency (
  district text not null,
  account uuid not null,
  key text not null,
  request text not null,
  status smallint not null,
  body jsonb,
  etag text,
  at timestamptz not null,
  primary key (district, account, key)
);
create index idempotency_age on idempotency (at);
comment on table idempotency is 'Answers already given to creations, so that a repeated one creates nothing twice. personal: the answer of the caller himself; purpose: safe repetition; retention: 24 hours';
