-- Users who sign in at the company's identity provider. They have no password here.
alter table hq_user add column company boolean not null default false;
