-- A database that is restored from a backup brings its own place on the topics with it, and continues with new counters.

-- How far this database has taken in each partition. A consumer begins here, not where Kafka remembers that a later state
-- of the database was.
create table listener_position (
  topic varchar(100) not null,
  partition integer not null,
  -- The offset of the next record.
  position bigint not null,
  constraint listener_position_pk primary key (topic, partition)
)
with (fillfactor = 50);

-- The highest replication counter that was given or that HQ has named, whatever was purged since.
alter table p_job_setting add column highest_counter bigint not null default 0;
