-- Filters of the log of what left the house.
create index notice_delivery_state on notice_delivery (district, state, created_at, id);
create index notice_delivery_account on notice_delivery (district, account_id, created_at, id);
