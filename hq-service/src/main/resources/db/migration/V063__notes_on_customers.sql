-- Notes on customers, with who wrote them. They survive the purge of operations.
create table customer_note (
  operation_id uuid not null,
  async_customer_id uuid not null,
  text varchar(1000) not null,
  written_at timestamptz not null,
  channel varchar(20) not null,
  device varchar(60),
  clerk varchar(60),
  constraint customer_note_pk primary key (operation_id)
);

create index customer_note_of_customer on customer_note (async_customer_id, written_at);
