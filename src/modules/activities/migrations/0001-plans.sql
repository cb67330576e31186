create table activity_plan (
  district text not null,
  id uuid not null,
  group_id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  reviewer_id uuid not null,
  drafter_id uuid not null,
  aim text,
  submitted_by uuid,
  edition smallint not null check (edition >= 0),
  public_edition smallint check (public_edition <= edition),
  published_at timestamptz,
  status text not null check (status in ('draft', 'submitted', 'approved', 'published')),
  version integer not null,
  primary key (district, id),
  unique (district, group_id, year),
  foreign key (district, group_id) references deputy_group (district, id),
  foreign key (district, reviewer_id) references organisation (district, id),
  check ((public_edition is null) = (published_at is null)),
  check (status <> 'published' or public_edition is not null)
);
create index activity_plan_year on activity_plan (district, year desc, id);
create index activity_plan_reviewer on activity_plan (district, reviewer_id);
comment on table activity_plan is 'The yearly plan of a deputies'' group (F3.1). personal: who wrote and submitted it in office; purpose: whose turn it is, approval by somebody else; retention: permanent archive';

create table activity_plan_item (
  district text not null,
  id uuid not null,
  plan_id uuid not null,
  position smallint not null,
  theme text not null,
  kind text not null,
  from_month smallint not null check (from_month between 1 and 12),
  to_month smallint not null check (to_month between from_month and 12),
  place text,
  campaign_id uuid,
  concern text,
  deputies smallint check (deputies > 0),
  remarks text,
  primary key (district, id),
  unique (district, plan_id, position),
  foreign key (district, plan_id) references activity_plan (district, id),
  foreign key (district, campaign_id) references campaign (district, id),
  check (campaign_id is not null or concern is not null)
);
create index activity_plan_item_campaign on activity_plan_item (district, campaign_id);
comment on table activity_plan_item is 'Activities that a plan holds, as they stand in the working text. personal: none; retention: permanent archive';

create table activity_plan_edition (
  district text not null,
  plan_id uuid not null,
  edition smallint not null check (edition > 0),
  aim text,
  items jsonb not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  primary key (district, plan_id, edition),
  foreign key (district, plan_id) references activity_plan (district, id),
  check ((withdrawn_at is null) = (withdrawal_reason is null))
);
comment on table activity_plan_edition is 'A plan as it was published. personal: none; retention: permanent archive';

create table activity_plan_step (
  district text not null,
  id uuid not null,
  subject_id uuid not null,
  position integer not null,
  part_id uuid,
  verb text not null,
  from_status text not null,
  to_status text not null,
  at timestamptz not null,
  by_account uuid,
  by_person uuid,
  acting_for uuid,
  note text,
  data jsonb not null,
  primary key (district, id),
  unique (district, subject_id, position),
  foreign key (district, subject_id) references activity_plan (district, id)
);
comment on table activity_plan_step is 'Every step of a yearly plan: who, when, why. personal: who acted in office; purpose: evidence; retention: permanent archive';
