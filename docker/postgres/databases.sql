-- Run once by the image, when the volume is empty. Each service has two roles of its own: one that owns and migrates its
-- tables, and one with the rights of the running service. No role can connect to the database of another service. The
-- services create the tables.
\set hq_password `echo "$HQ_DATABASE_PASSWORD"`
\set harbor_password `echo "$HARBOR_DATABASE_PASSWORD"`
\set online_password `echo "$ONLINE_DATABASE_PASSWORD"`
create role hq_owner login password :'hq_password';
create role hq_app login password :'hq_password';
create role harbor_owner login password :'harbor_password';
create role harbor_app login password :'harbor_password';
create role online_owner login password :'online_password';
create role online_app login password :'online_password';

create database hq;
create database channel_harbor;
create database channel_online;
alter database hq owner to hq_owner;
alter database channel_harbor owner to harbor_owner;
alter database channel_online owner to online_owner;
revoke connect, temporary on database hq from public;
revoke connect, temporary on database channel_harbor from public;
revoke connect, temporary on database channel_online from public;
grant connect on database hq to hq_app;
grant connect on database channel_harbor to harbor_app;
grant connect on database channel_online to online_app;

\connect hq
alter default privileges for role hq_owner grant select, insert, update, delete on tables to hq_app;
alter default privileges for role hq_owner grant usage, select, update on sequences to hq_app;

\connect channel_harbor
alter default privileges for role harbor_owner grant select, insert, update, delete on tables to harbor_app;
alter default privileges for role harbor_owner grant usage, select, update on sequences to harbor_app;

\connect channel_online
alter default privileges for role online_owner grant select, insert, update, delete on tables to online_app;
alter default privileges for role online_owner grant usage, select, update on sequences to online_app;
