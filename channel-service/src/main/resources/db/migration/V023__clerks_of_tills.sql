-- Clerks sign in at a till by name and PIN, also while HQ is away, and the till encrypts its data with a key of its own.

-- Replaced for each channel by 1070.
create table clerk (
  channel varchar(20) not null,
  id uuid not null,
  name varchar(60) not null,
  pin_hash varchar(80) not null,
  pin_set_at timestamptz not null,
  constraint clerk_pk primary key (channel, id)
);

-- PINs set before this time are refused, whatever 1070 says.
create table clerk_revocation (
  clerk uuid not null,
  revoked_at timestamptz not null,
  constraint clerk_revocation_pk primary key (clerk)
);

-- Attempts since the last success.
create table clerk_sign_in_attempt (
  token_sha256 varchar(64) not null,
  clerk uuid not null,
  pin_set_at timestamptz not null,
  attempts integer not null,
  blocked_until timestamptz not null,
  constraint clerk_sign_in_attempt_pk primary key (token_sha256, clerk)
);

-- One for each token of a till. 1070 deletes and inserts tokens, so no foreign key.
create table till_data_key (
  token_sha256 varchar(64) not null,
  data_key bytea not null,
  created_at timestamptz not null,
  constraint till_data_key_pk primary key (token_sha256)
);
