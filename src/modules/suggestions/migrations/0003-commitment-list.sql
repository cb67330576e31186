create index suggestion_commitment_due on suggestion_commitment (district, (coalesce(carried_to, due_on)), id) where state not in ('draft', 'dropped');
drop index suggestion_commitment_open;
