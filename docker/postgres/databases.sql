-- Run once by the image, when the volume is empty. Each service has two roles: one that owns and migrates its tables, and
-- one with the rights of the running service. The services create the tables.
\set password `echo "$POSTGRES_PASSWORD"`
create role hq_owner login password :'password';
create role hq_app login password :'password';
create role channel_owner login password :'password';
create role channel_app login password :'password';

create database hq;
create database channel_harbor;
create database channel_online;
alter database hq owner to hq_owner;
alter database channel_harbor owner to channel_owner;
alter database channel_online owner to channel_owner;

\connect hq
alter default privileges for role hq_owner grant select, insert, update, delete on tables to hq_app;
alter default privileges for role hq_owner grant usage, select, update on sequences to hq_app;

\connect channel_harbor
alter default privileges for role channel_owner grant select, insert, update, delete on tables to channel_app;
alter default privileges for role channel_owner grant usage, select, update on sequences to channel_app;

\connect channel_online
alter default privileges for role channel_owner grant select, insert, update, delete on tables to channel_app;
alter default privileges for role channel_owner grant usage, select, update on sequences to channel_app;
