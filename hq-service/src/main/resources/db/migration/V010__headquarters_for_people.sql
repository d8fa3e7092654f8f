-- Headquarters for people: who may sign in, the clock of the jobs and what they did, notes, bulk repairs, dead letters.

-- ---- people --------------------------------------------------------------------------------------------------------

create table hq_user (
  username varchar(40) not null,
  password_hash varchar(100) not null,
  role varchar(10) not null,
  enabled boolean not null default true,
  failed_sign_ins integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null,
  version bigint not null default 0,
  constraint hq_user_pk primary key (username),
  constraint hq_user_role_known check (role in ('VIEWER', 'OPERATOR', 'ADMIN'))
);

-- ---- batch jobs ----------------------------------------------------------------------------------------------------

-- The clock and lease of db-scheduler; its column names are fixed.
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data bytea,
  execution_time timestamptz,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state varchar(20),
  constraint scheduled_tasks_pk primary key (task_name, task_instance)
);

create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- What the jobs did, for people. A run of the continuous jobs that found nothing to do leaves no row.
create table batch_job_run (
  id bigint generated always as identity,
  job varchar(60) not null,
  channel_database varchar(30),
  trigger varchar(10) not null,
  requested_by varchar(60),
  node varchar(80) not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome varchar(10) not null,
  rows_read bigint not null default 0,
  rows_done bigint not null default 0,
  rows_failed bigint not null default 0,
  error text,
  constraint batch_job_run_pk primary key (id),
  constraint batch_job_run_trigger_known check (trigger in ('RECURRENCE', 'PERSON')),
  constraint batch_job_run_outcome_known check (outcome in ('EXECUTING', 'ENDED', 'ERROR', 'LOST'))
);

create index batch_job_run_by_job on batch_job_run (job, id desc);

-- ---- repairs -------------------------------------------------------------------------------------------------------

create table failure_note (
  id bigint generated always as identity,
  error_code varchar(60) not null,
  note varchar(1000) not null,
  author varchar(40) not null,
  at timestamptz not null,
  constraint failure_note_pk primary key (id)
);

create index failure_note_by_code on failure_note (error_code, id desc);

create table bulk_repair (
  id uuid not null,
  words varchar(400) not null,
  status varchar(12) not null,
  total integer not null,
  done integer not null default 0,
  succeeded integer not null default 0,
  failed integer not null default 0,
  per_second integer not null,
  -- What is put into every operation before it is tried again; null: they are tried as they are.
  edit_field varchar(60),
  edit_value varchar(1000),
  started_by varchar(40) not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  last_error text,
  constraint bulk_repair_pk primary key (id),
  constraint bulk_repair_status_known check (status in ('PREVIEW', 'RUNNING', 'CANCELLED', 'FINISHED'))
);

-- The operations that a bulk repair has yet to do, so that any node may go on with it.
create table bulk_repair_item (
  repair uuid not null references bulk_repair,
  recid bigint not null,
  constraint bulk_repair_item_pk primary key (repair, recid)
);

-- Records that nobody could read. What the business refused is not here but in open_operation.
create table dead_letter (
  id bigint generated always as identity,
  topic varchar(80) not null,
  partition integer not null,
  position bigint not null,
  key varchar(200),
  value bytea,
  reason text not null,
  arrived_at timestamptz not null,
  status varchar(10) not null default 'OPEN',
  settled_by varchar(40),
  settled_at timestamptz,
  settled_because varchar(400),
  constraint dead_letter_pk primary key (id),
  constraint dead_letter_once unique (topic, partition, position),
  constraint dead_letter_status_known check (status in ('OPEN', 'RETRIED', 'DISCARDED'))
);

create index dead_letter_open on dead_letter (id desc) where status = 'OPEN';

-- ---- ways into big tables ------------------------------------------------------------------------------------------

-- Rows come in the order of time, so a few bytes for each block are enough.
create index async_operation_staged on async_operation using brin (staged_at) with (pages_per_range = 32);
create index customer_converted on customer using brin (converted_at) with (pages_per_range = 32);
create index async_operation_channel on async_operation (channel, recid);

-- What an operation said before somebody edited it: each version stays, with who replaced it and when.
create table operation_edit (
  recid bigint not null,
  version integer not null,
  payload json not null,
  edited_by varchar(40) not null,
  edited_at timestamptz not null,
  constraint operation_edit_pk primary key (recid, version)
);
