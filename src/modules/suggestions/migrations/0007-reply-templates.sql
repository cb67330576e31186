create table reply_template (
  district text not null,
  id uuid not null,
  organisation_id uuid not null,
  title text not null,
  result_class text,
  opening text not null,
  closing text not null,
  phrases text[] not null,
  retired boolean not null,
  version integer not null,
  primary key (district, id),
  foreign key (district, organisation_id) references organisation (district, id)
);
create index reply_template_organisation on reply_template (district, organisation_id, title, id);
comment on table reply_template is 'Turns of phrase that a handling unit keeps for its replies. personal: none; purpose: replies in one form (R2.28); retention: until the unit is dissolved';
