-- Operations that HQ never acknowledged are uploaded again: which queue rows and sessions are reruns, and what waits for an acknowledgement.

alter table async_operation_queue add column rerun boolean not null default false;

alter table upload_session add column rerun boolean not null default false;
-- The session whose operations this one uploads again.
alter table upload_session add column rerun_for uuid;

-- Operations that were old and not acknowledged when they were checked. Small: nearly all are acknowledged by then.
create table unacknowledged_operation (
  replication_counter bigint not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  constraint unacknowledged_operation_pk primary key (replication_counter)
);

-- One row: every operation up to this counter was checked. Replaces an index on pending customers, which every swap of
-- "Pending sync" for a number would have to maintain.
create table acknowledgement_check (
  id integer not null default 1,
  checked_to bigint not null default 0,
  constraint acknowledgement_check_pk primary key (id),
  constraint acknowledgement_check_single check (id = 1)
);

insert into acknowledgement_check default values;

-- How far the log was at which time. The time of an operation is its till's and proves nothing about its age.
create table log_position (
  at timestamptz not null,
  replication_counter bigint not null,
  constraint log_position_pk primary key (at)
);
