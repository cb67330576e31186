-- Secrets of authenticator apps are sealed from now on; those kept open before are given up and set anew by their owners.
update account set totp_secret = null, totp_used_step = null where totp_secret not like 'v1.%';
alter table account add constraint account_totp_secret_sealed check (totp_secret is null or totp_secret like 'v1.%');
