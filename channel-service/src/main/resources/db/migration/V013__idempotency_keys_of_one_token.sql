-- A key is stored behind the beginning of the hash of its access token: sixteen characters and a slash.
alter table idempotency_key alter column key type varchar(280);
