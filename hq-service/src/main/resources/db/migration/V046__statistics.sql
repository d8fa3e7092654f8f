-- Throughput, latency, backlog and failures over time, kept by this database so that no metrics server is needed. One row
-- per channel database and period; the empty name stands for all channel databases together. Rows are inserted by time
-- and deleted by age, so neither index grows in the middle.

create table statistics_sample (
  length varchar(12) not null,
  channel_database varchar(30) not null,
  at timestamptz not null,
  staged bigint not null,
  -- Null: the backlog before or at the end of the period is not known.
  applied bigint,
  failed bigint not null,
  -- Seconds from creation to account number; null: no customer was created.
  latency_p50 double precision,
  latency_p95 double precision,
  latency_p99 double precision,
  -- The backlog at the end of the period; null: it was not measured then. Open operations without those that failed.
  open_operations bigint,
  failed_operations bigint,
  pending_customers bigint,
  constraint statistics_sample_pk primary key (length, channel_database, at),
  constraint statistics_sample_length_known check (length in ('MINUTE', 'QUARTER_HOUR', 'HOUR', 'SIX_HOURS'))
);

create index statistics_sample_time on statistics_sample (length, at);

-- Failed attempts come in the order of time. Only operations that fail write to this table, and this kind of index is
-- built in one pass, so it is not worth a migration without a transaction.
create index operation_attempt_time on operation_attempt using brin (at) with (pages_per_range = 32);
