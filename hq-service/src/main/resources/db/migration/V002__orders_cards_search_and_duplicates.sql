-- What HQ does beside converting: orders, loyalty cards, finding customers, telling duplicates, and saying who changed what.

-- ---- orders and loyalty cards --------------------------------------------------------------------------------------

create table sales_order (
  order_id uuid not null,
  order_number varchar(20) not null,
  async_customer_id uuid not null,
  channel varchar(20) not null,
  channel_database varchar(30) not null,
  currency_code varchar(3) not null,
  lines jsonb not null,
  note text,
  ordered_at timestamptz not null,
  created_at timestamptz not null,
  constraint sales_order_pk primary key (order_id),
  constraint sales_order_number_once unique (order_number)
);

create index sales_order_customer on sales_order (async_customer_id);

-- One card for each request, however often it is made.
create table loyalty_card (
  request_id uuid not null,
  card_number varchar(20) not null,
  async_customer_id uuid not null,
  channel varchar(20) not null,
  channel_database varchar(30) not null,
  issued_at timestamptz not null,
  constraint loyalty_card_pk primary key (request_id),
  constraint loyalty_card_number_once unique (card_number)
);

create index loyalty_card_customer on loyalty_card (async_customer_id);

insert into number_sequence (name, format, next_number, last_number) values
  ('sales-order', 'SO-{0000001}', 1, 9999999),
  ('loyalty-card', 'LC-{0000001}', 1, 9999999);

-- An order needs its customer at once: it is looked for even while Synchronize is held.
alter table open_operation add column is_order boolean not null default false;
create index open_operation_order on open_operation (recid) where is_order;

-- ---- finding customers ---------------------------------------------------------------------------------------------

-- The terms by which people find a customer; the same as in the channels.
alter table customer add column search_terms text[] not null default '{}';
create index customer_search on customer using gin (array_to_tsvector(search_terms));

-- ---- duplicates ----------------------------------------------------------------------------------------------------

-- One row: what becomes of a creation that may be a customer whom HQ has already.
create table duplicate_policy (
  id integer not null default 1,
  mode varchar(4) not null default 'OFF',
  version bigint not null default 0,
  constraint duplicate_policy_pk primary key (id),
  constraint duplicate_policy_single check (id = 1),
  constraint duplicate_policy_mode_known check (mode in ('OFF', 'FLAG', 'LINK'))
);

insert into duplicate_policy default values;

-- What a person decided about an operation that failed: CREATE a customer whomever it resembles, LINK it, IGNORE it.
alter table open_operation add column decision varchar(6);
alter table open_operation add column link_to uuid;
alter table open_operation add constraint open_operation_decision_known
  check (decision in ('CREATE', 'LINK', 'IGNORE') and (decision = 'LINK') = (link_to is not null));

-- ---- who changed what ----------------------------------------------------------------------------------------------

create table audit_entry (
  id bigint generated always as identity,
  at timestamptz not null,
  actor varchar(80) not null,
  action varchar(40) not null,
  subject varchar(80) not null,
  detail jsonb,
  constraint audit_entry_pk primary key (id)
);

create index audit_entry_subject on audit_entry (subject, id desc);

-- ---- full resend ---------------------------------------------------------------------------------------------------

-- A channel database that is to be told of every customer again, and how far that is.
create table resend (
  id uuid not null,
  channel_database varchar(30) not null,
  after_customer uuid,
  customers bigint not null default 0,
  requested_by varchar(80) not null,
  requested_at timestamptz not null,
  finished_at timestamptz,
  constraint resend_pk primary key (id)
);

create unique index resend_one_at_a_time on resend (channel_database) where finished_at is null;

-- ---- reconciliation ------------------------------------------------------------------------------------------------

create index async_operation_counter on async_operation (channel_database, replication_counter);
