-- Which PostgreSQL database each channel database was when HQ last looked. Another one: it was restored, failed over or copied.
create table channel_database_identity (
  channel_database varchar(30) not null,
  identity varchar(80) not null,
  seen_at timestamptz not null,
  constraint channel_database_identity_pk primary key (channel_database)
);
