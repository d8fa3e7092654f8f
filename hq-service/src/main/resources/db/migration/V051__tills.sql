-- What each till last reported through its channel; one row per till, without history.

create table till (
  id bigint generated always as identity,
  channel varchar(20) not null,
  device varchar(60) not null,
  channel_database varchar(30) not null,
  version varchar(40) not null,
  heard_at timestamptz not null,
  clock_skew_seconds bigint not null,
  unsent integer not null,
  refused integer not null,
  oldest_unsent_at timestamptz,
  online boolean,
  constraint till_pk primary key (id),
  constraint till_device_unique unique (channel, device)
);
