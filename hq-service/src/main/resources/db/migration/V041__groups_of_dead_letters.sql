-- Dead letters are grouped by their cause, and retried or discarded by the group. The columns are generated, so that
-- dead letters stored by an instance of the previous version have them too. The order of the cases matters: the first
-- one that applies is the cause.

alter table dead_letter
  add column cause varchar(30) generated always as (case
    when reason like 'Too large for the dead letters%' then 'TOO_LARGE'
    when reason like 'Refused: The signature is missing%' then 'SIGNATURE_MISSING'
    when reason like 'Refused: The signature is wrong%' then 'SIGNATURE_WRONG'
    when reason like 'Refused: The channel database is unknown%' then 'UNKNOWN_CHANNEL_DATABASE'
    when reason like 'Refused: The channel is unknown%' then 'UNKNOWN_CHANNEL'
    when reason like 'Refused: The channel % does not belong to the channel database%' then 'FOREIGN_CHANNEL'
    when reason like 'Unreadable: The schema version is newer%' then 'NEWER_VERSION'
    when reason ~ '(SQLSTATE|StatementCallback|; SQL \[)' then 'DATABASE_REJECTED'
    when reason like '%the service cannot process it%' or reason like 'Unbearable:%' then 'PROCESSING_FAILED'
    when reason ~ '^Unreadable: (invalid JSON|the JSON |Un(recognized|expected) |Illegal |Invalid UTF-8)' then 'INVALID_JSON'
    when reason like 'Unreadable:%' then 'INVALID_VALUE'
    else 'OTHER' end) stored not null,
  -- Read from the text, because the JSON of a dead letter may be broken. Only the topics that channels write name their
  -- sender; encode never fails, whatever the bytes are.
  add column channel_database varchar(30) generated always as (case topic
    when 'cdx.p-0001' then substring(encode(value, 'escape') from '"channelDatabase"\s*:\s*"([A-Za-z0-9_.-]{1,30})"')
    when 'cdx.sessions' then coalesce(
      substring(encode(value, 'escape') from '"channelDatabase"\s*:\s*"([A-Za-z0-9_.-]{1,30})"'),
      substring(key from '^[A-Za-z0-9_.-]{1,30}$')) end) stored,
  add column channel varchar(20) generated always as (case topic
    when 'cdx.p-0001' then substring(encode(value, 'escape') from '"channel"\s*:\s*"([A-Za-z0-9_.-]{1,20})"') end) stored,
  -- Who is publishing the dead letter, and until when nobody else does.
  add column retry_claim uuid,
  add column claimed_until timestamptz;

create index dead_letter_group on dead_letter (cause, topic, id) where status = 'OPEN';

-- A retry of all dead letters of one group up to one ID.
create table dead_letter_retry (
  id uuid not null,
  cause varchar(30) not null,
  topic varchar(80) not null,
  up_to bigint not null,
  total integer not null,
  done integer not null default 0,
  status varchar(10) not null default 'RUNNING',
  reason varchar(400) not null,
  started_by varchar(60) not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  constraint dead_letter_retry_pk primary key (id),
  constraint dead_letter_retry_status_known check (status in ('RUNNING', 'FINISHED', 'STOPPED'))
);

-- One at a time: a second operator joins the retry that is running.
create unique index dead_letter_retry_running on dead_letter_retry (cause, topic) where status = 'RUNNING';
