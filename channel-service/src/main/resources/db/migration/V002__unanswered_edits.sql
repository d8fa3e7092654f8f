-- An edit that the Real-time service was asked for and has not answered yet: nobody else may use its operation number.

create table unanswered_edit (
  async_customer_id uuid not null,
  operation_id uuid not null,
  payload json not null,
  asked_at timestamptz not null,
  constraint unanswered_edit_pk primary key (async_customer_id)
);
