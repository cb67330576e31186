-- Orders and filters of the administrator's lists.
create index api_key_name on api_key (district, name, id);
create index webhook_name on webhook (district, name, id);
create index webhook_delivery_state on webhook_delivery (district, state, created_at, id);
create index webhook_delivery_webhook on webhook_delivery (district, webhook_id, created_at, id);
