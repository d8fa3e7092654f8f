-- What each till last said about itself; one row per till, so that a second token of a till continues its row.

create table till_state (
  channel varchar(20) not null,
  device varchar(60) not null,
  version varchar(40) not null,
  heard_at timestamptz not null,
  clock_skew_seconds bigint not null,
  unsent integer not null,
  refused integer not null,
  oldest_unsent_at timestamptz,
  online boolean,
  constraint till_state_pk primary key (channel, device)
);
