-- A till that lost an answer sends its operations again: what was applied under which ID, and what the answer said.

create table offline_operation (
  operation_id uuid not null,
  async_customer_id uuid not null,
  content_hash varchar(64) not null,
  -- The fields that two users had changed; null: none.
  overridden jsonb,
  created_at timestamptz not null,
  constraint offline_operation_pk primary key (operation_id)
);

create index offline_operation_age on offline_operation (created_at);
