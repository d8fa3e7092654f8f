-- Tills are told what happens, orders wait for their customers, and what a till made is known again when it comes again.

-- Of what was entered, where the till made the id: the same id with the same content is the same customer.
alter table customer add column entry_hash varchar(64);

-- What happened, as written by the transaction that did it: without a number yet, because transactions commit in another
-- order than they take numbers in.
create table channel_event_arrival (
  arrival bigint generated always as identity,
  type varchar(30) not null,
  channel varchar(20),
  async_customer_id uuid,
  data text not null,
  occurred_at timestamptz not null,
  constraint channel_event_arrival_pk primary key (arrival)
);

-- The same, numbered by one transaction at a time after the commit: whoever has seen a number has seen all lower ones.
create table channel_event (
  id bigint generated always as identity,
  type varchar(30) not null,
  channel varchar(20),
  async_customer_id uuid,
  data text not null,
  occurred_at timestamptz not null,
  constraint channel_event_pk primary key (id)
);

create table customer_order (
  id uuid not null,
  async_customer_id uuid not null,
  channel varchar(20) not null,
  content jsonb not null,
  -- Its number among the operations of its customer; null: headquarters made it at once.
  operation_number integer,
  order_number varchar(20),
  created_at timestamptz not null,
  constraint customer_order_pk primary key (id)
);

create index customer_order_of_customer on customer_order (async_customer_id);
