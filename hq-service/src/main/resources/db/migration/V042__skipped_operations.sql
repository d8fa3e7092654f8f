-- Operations that an operator skipped while an earlier operation of their customer had not arrived. They are no longer
-- open. If the earlier operation arrives after all, they return to open_operation, where they are skipped in their turn.
create table skipped_operation (
  recid bigint not null,
  async_customer_id uuid not null,
  channel_database varchar(30) not null,
  operation_number integer not null,
  skipped_at timestamptz not null,
  constraint skipped_operation_pk primary key (recid),
  constraint skipped_operation_fk foreign key (recid) references async_operation (recid) on delete cascade
);
