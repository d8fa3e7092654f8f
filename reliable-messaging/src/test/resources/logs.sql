-- Both kinds of operation log, for a fictional domain: one that retains its rows and one that deletes them once sent.

create table kept_log (
  replication_counter bigint generated always as identity primary key,
  id uuid not null,
  aggregatetype varchar(80) not null,
  aggregateid varchar(40) not null,
  aggregateversion bigint not null,
  type varchar(40) not null,
  payload json,
  traceparent varchar(55),
  created_at timestamptz not null
);

create table kept_log_queue (
  replication_counter bigint primary key,
  refused text,
  rerun boolean not null default false
);

create table passing_log (
  replication_counter bigint generated always as identity primary key,
  id uuid not null,
  aggregatetype varchar(80) not null,
  aggregateid varchar(40) not null,
  aggregateversion bigint not null,
  type varchar(40) not null,
  payload json,
  traceparent varchar(55),
  created_at timestamptz not null,
  refused text
);

create table relay_lease (
  name varchar(40) primary key,
  owner varchar(80) not null,
  fence bigint not null,
  expires_at timestamptz not null
);
