-- Who gave or withdrew which consent to marketing, when and where. It survives the purge of operations, and does not
-- contain the email or phone.
create table consent_change (
  id bigint generated always as identity,
  async_customer_id uuid not null,
  contact_id uuid not null,
  contact_type varchar(5),
  consent boolean not null,
  changed_at timestamptz not null,
  operation_id uuid not null,
  channel varchar(20) not null,
  device varchar(60),
  clerk varchar(60),
  constraint consent_change_pk primary key (id)
);

create index consent_change_customer on consent_change (async_customer_id, changed_at);
