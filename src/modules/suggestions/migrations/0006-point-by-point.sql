-- A reply point by point: what was asked and what was answered. The body is composed of it; older replies have a body alone.
alter table suggestion_reply add column answers jsonb;
