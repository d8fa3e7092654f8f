-- A channel database that was restored from a backup uses replication counters and operation numbers again.

-- Detected, and not healed yet while healed_at is null: operations with used numbers are applied as the next ones.
create table channel_restore (
  id uuid not null,
  channel_database varchar(30) not null,
  detected_at timestamptz not null,
  -- The highest replication counter that the channel reported, and the highest that HQ has staged of it.
  reported_counter bigint not null,
  highest_counter bigint not null,
  commanded_at timestamptz,
  healed_at timestamptz,
  constraint channel_restore_pk primary key (id)
);

create unique index channel_restore_open on channel_restore (channel_database) where healed_at is null;

-- Edits and orders that the Real-time service applied: they are in no log of staged operations, and use a number all the same.
create table realtime_operation (
  id uuid not null,
  async_customer_id uuid not null,
  channel_database varchar(30) not null,
  operation_number integer not null,
  applied_at timestamptz not null,
  constraint realtime_operation_pk primary key (id)
);

create index realtime_operation_customer on realtime_operation (async_customer_id);
create index realtime_operation_age on realtime_operation using brin (applied_at) with (pages_per_range = 32);

-- NEXT: applied as the next operation of its customer, because its own number is used.
alter table open_operation drop constraint open_operation_decision_known;
alter table open_operation add constraint open_operation_decision_known
  check (decision in ('CREATE', 'LINK', 'IGNORE', 'NEXT') and (decision = 'LINK') = (link_to is not null));
