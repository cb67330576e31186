create index sign_in_expiry on sign_in (expires_at);
