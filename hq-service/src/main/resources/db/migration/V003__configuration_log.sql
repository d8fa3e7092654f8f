-- What the channels are told of their configuration, apart from the customers: it does not queue behind them, and
-- holding job 1010 does not hold it.
create table configuration_log (
  replication_counter bigint generated always as identity,
  id uuid not null,
  aggregatetype varchar(40) not null,
  aggregateid varchar(40) not null,
  aggregateversion bigint not null,
  type varchar(40) not null,
  payload json,
  traceparent varchar(55),
  created_at timestamptz not null,
  refused text,
  constraint configuration_log_pk primary key (replication_counter)
);
