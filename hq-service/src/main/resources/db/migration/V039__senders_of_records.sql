-- Late operations of a channel that was moved stay valid, and a requeued dead letter keeps what its sender signed.

create table channel_former_database (
  channel varchar(20) not null,
  channel_database varchar(30) not null,
  constraint channel_former_database_pk primary key (channel, channel_database)
);

-- Null: the dead letter arrived before headers were stored.
alter table dead_letter add column headers jsonb;
