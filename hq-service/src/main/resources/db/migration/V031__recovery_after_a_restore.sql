-- A database that was set back to an earlier state must not give a number again: numbers are blocked until the customers of the lost time are back.
alter table number_sequence add column blocked boolean not null default false;

-- Which database this is, and when HQ last worked on it. After a restore, a failover or a copy the identity differs.
create table database_identity (
  id integer not null default 1,
  identity varchar(80) not null,
  alive_at timestamptz not null,
  constraint database_identity_pk primary key (id),
  constraint database_identity_single check (id = 1)
);

create table recovery (
  id uuid not null,
  sign varchar(200) not null,
  detected_at timestamptz not null,
  -- What changed since then may be missing here.
  lost_since timestamptz not null,
  status varchar(12) not null,
  topics_read_at timestamptz,
  highest_number bigint not null default 0,
  customers_inserted bigint not null default 0,
  customers_updated bigint not null default 0,
  customers_in_conflict bigint not null default 0,
  operations_reopened bigint not null default 0,
  sequence_from bigint,
  sequence_to bigint,
  finished_at timestamptz,
  constraint recovery_pk primary key (id),
  constraint recovery_status_known check (status in ('COLLECTING', 'APPLYING', 'FINISHED'))
);

create unique index recovery_one_at_a_time on recovery ((true)) where finished_at is null;

create table recovery_report (
  recovery uuid not null references recovery,
  channel_database varchar(30) not null,
  requested_at timestamptz,
  reported_at timestamptz,
  customers bigint not null default 0,
  left_out_by varchar(60),
  constraint recovery_report_pk primary key (recovery, channel_database)
);

-- The newest snapshot of each customer of the lost time, until it is taken in.
create table recovery_customer (
  async_customer_id uuid not null,
  version bigint not null,
  -- Whether the content is HQ's own, without edits that HQ has not applied.
  pure boolean not null,
  snapshot json not null,
  constraint recovery_customer_pk primary key (async_customer_id)
);
