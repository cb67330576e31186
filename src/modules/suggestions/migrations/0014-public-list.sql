-- What may be shown to everybody, newest first.
create index suggestion_public on suggestion (district, submitted_at desc, id desc)
  where not confidential and number is not null and status not in ('draft', 'submitted', 'returned', 'letter', 'merged', 'withdrawn');
