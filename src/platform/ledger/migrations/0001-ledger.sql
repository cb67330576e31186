create table fact (
  district text not null,
  id uuid not null,
  at timestamptz not null,
  actor uuid,
  subject_type text not null,
  subject_id uuid not null,
  type text not null,
  version smallint not null,
  data jsonb not null,
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  primary key (district, id)
);
create index fact_commit_order on fact (xid, seq);
create index fact_subject on fact (district, subject_type, subject_id, seq);
comment on table fact is 'The ledger: every change of the house as one fact. personal: none (ids only); retention: permanent';

-- Facts in the order in which they were committed, each linked to the one before by its digest.
create table chain (
  district text not null,
  position bigint not null,
  fact_id uuid not null,
  algorithm text not null,
  digest text not null,
  primary key (district, position)
);
create unique index chain_fact on chain (district, fact_id);
comment on table chain is 'Hash-linked order of the facts. personal: none; retention: permanent';

create table chain_head (
  one boolean primary key default true check (one),
  xid xid8 not null,
  seq bigint not null
);
insert into chain_head (xid, seq) values ('0', 0);
comment on table chain_head is 'How far the facts have been linked. personal: none; retention: permanent';

create table subscriber (
  district text not null,
  name text not null,
  position bigint not null,
  failures integer not null default 0,
  failed_fact uuid,
  last_error text,
  retry_at timestamptz,
  primary key (district, name)
);
comment on table subscriber is 'How far each reader of the ledger has come. personal: none; retention: permanent';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % on % is refused', tg_op, tg_table_name using errcode = '42501';
end $$;
create trigger fact_append_only before update or delete or truncate on fact for each statement execute function refuse_change();
create trigger chain_append_only before update or delete or truncate on chain for each statement execute function refuse_change();
revoke update, delete, truncate on fact, chain from public, current_user;
