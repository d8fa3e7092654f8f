-- Customers that may be the same person are found by a scan, and what a person decided about two of them is remembered.

-- How far the scan is; one row, which the instance that scans locks.
create table duplicate_scan (
  id smallint not null default 1,
  -- The last customer compared in this pass; null: the next batch begins a pass.
  after_customer uuid,
  customers bigint not null default 0,
  -- Batches since the last pause.
  batches integer not null default 0,
  due_at timestamptz not null default now(),
  -- When the last complete pass ended; null: the first one has not ended yet.
  completed_at timestamptz,
  constraint duplicate_scan_pk primary key (id),
  constraint duplicate_scan_single check (id = 1)
);

insert into duplicate_scan default values;

-- The version of each customer that was compared: another one is compared again.
create table duplicate_scan_customer (
  async_customer_id uuid not null,
  version bigint not null,
  constraint duplicate_scan_customer_pk primary key (async_customer_id)
);

-- What a customer may share with others, as a hash: the table has no personal data.
create table duplicate_key (
  key bigint not null,
  async_customer_id uuid not null,
  reason varchar(20) not null,
  constraint duplicate_key_pk primary key (async_customer_id, key)
);

create index duplicate_key_key on duplicate_key (key);

-- A key that too many customers share for pairs of them to say anything.
create table duplicate_group (
  key bigint not null,
  reason varchar(20) not null,
  members bigint not null,
  found_at timestamptz not null,
  constraint duplicate_group_pk primary key (key)
);

create index duplicate_group_members on duplicate_group (members, key);

create table duplicate_pair (
  id bigint generated always as identity,
  first_customer uuid not null,
  second_customer uuid not null,
  score smallint not null,
  reasons text[] not null,
  status varchar(10) not null,
  found_at timestamptz not null,
  decided_by varchar(80),
  decided_at timestamptz,
  decision_reason varchar(400),
  gone_at timestamptz,
  constraint duplicate_pair_pk primary key (id),
  constraint duplicate_pair_once unique (first_customer, second_customer),
  constraint duplicate_pair_ordered check (first_customer < second_customer),
  constraint duplicate_pair_status_known check (status in ('OPEN', 'NOT_SAME', 'GONE'))
);

create index duplicate_pair_list on duplicate_pair (status, score, id);
create index duplicate_pair_second on duplicate_pair (second_customer);
create index duplicate_pair_gone on duplicate_pair (gone_at) where status = 'GONE';
