-- A customer that signed in reads and edits only itself, with a token of its own; a storefront may be limited to sign-ins.

-- Null: FULL, as for all storefronts before.
alter table device_token add column storefront_access varchar(12);

-- Valid as long as the storefront's token is, which 1070 replaces with the others of its channel: so no foreign key.
create table customer_token (
  sha256 varchar(64) not null,
  async_customer_id uuid not null,
  storefront_token varchar(64) not null,
  expires_at timestamptz not null,
  constraint customer_token_pk primary key (sha256)
);

-- A sign-up in progress holds its email, so that two identities that sign up with one email make one customer.
create table sign_up_claim (
  email_sha256 varchar(64) not null,
  claimant uuid not null,
  expires_at timestamptz not null,
  constraint sign_up_claim_pk primary key (email_sha256)
);
