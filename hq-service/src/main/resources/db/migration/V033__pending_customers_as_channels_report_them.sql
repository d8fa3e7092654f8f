-- The customers that channels have been waiting for longest, as each channel database last named them: where they stand is
-- not known to headquarters alone.

create table pending_customer (
  id bigint generated always as identity,
  channel_database varchar(30) not null,
  async_customer_id uuid not null,
  channel text not null,
  operation_id uuid not null,
  operation_number integer not null,
  replication_counter bigint not null,
  since timestamptz not null,
  uploaded boolean not null,
  reported_at timestamptz not null,
  constraint pending_customer_pk primary key (channel_database, async_customer_id),
  constraint pending_customer_once unique (id)
);
