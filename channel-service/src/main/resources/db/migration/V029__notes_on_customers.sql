-- Notes that were written in this channel database, with who wrote them. The ID is that of the operation.
create table customer_note (
  id uuid not null,
  async_customer_id uuid not null,
  text varchar(1000) not null,
  written_at timestamptz not null,
  channel varchar(20) not null,
  device varchar(60),
  clerk varchar(60),
  constraint customer_note_pk primary key (id)
);

create index customer_note_of_customer on customer_note (async_customer_id, written_at);
