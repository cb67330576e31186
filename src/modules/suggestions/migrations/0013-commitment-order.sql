-- The ledger of promises: what is open first, by the day it is due; its other order reads the index on the day alone backwards.
create index suggestion_commitment_open_first on suggestion_commitment
  (district, (state <> 'open'), (coalesce(carried_to, due_on)), id) where state not in ('draft', 'dropped');
