-- A channel sells to customers before headquarters knows them: the customers, the log of what was done to them, and what the channel runs.

create table customer (
  async_customer_id uuid not null,
  account_number varchar(20),
  type varchar(12) not null,
  title varchar(30),
  first_name varchar(100),
  middle_name varchar(100),
  last_name varchar(100),
  organization_name varchar(200),
  email varchar(255),
  phone varchar(40),
  language varchar(35),
  currency_code varchar(3),
  customer_group varchar(20),
  receipt_option varchar(5),
  receipt_email varchar(255),
  affiliations varchar(20)[] not null default '{}',
  attributes jsonb not null default '{}',
  identity_issuer varchar(255),
  identity_subject varchar(255),
  search_terms text[] not null default '{}',
  sync_status varchar(12) not null,
  last_sync_error text,
  creation_mode varchar(5) not null,
  async_reason varchar(30),
  created_in_channel varchar(20) not null,
  created_in_channel_database varchar(30) not null,
  created_at timestamptz not null,
  uploaded_at timestamptz,
  staged_at timestamptz,
  converted_at timestamptz,
  returned_at timestamptz,
  -- Of the operations made in this channel database: the last one, and the last one that HQ applied.
  last_operation integer not null default 0,
  applied_operation integer not null default 0,
  hq_version bigint not null default 0,
  blocked boolean not null default false,
  version bigint not null,
  constraint customer_pk primary key (async_customer_id),
  constraint customer_type_known check (type in ('PERSON', 'ORGANIZATION')),
  constraint customer_sync_status_known check (sync_status in ('PENDING_SYNC', 'SYNCED', 'SYNC_FAILED')),
  constraint customer_creation_mode_known check (creation_mode in ('SYNC', 'ASYNC')),
  constraint customer_operations_in_order check (applied_operation <= last_operation)
)
-- The swap of "Pending sync" for the number updates every row once: room for it on the same page, and no index on what it changes.
with (fillfactor = 80);

create unique index customer_identity on customer (identity_issuer, identity_subject) where identity_issuer is not null;
create index customer_search on customer using gin (array_to_tsvector(search_terms));

-- What else a customer is known by: the account number, and async ids that HQ linked to it.
create table customer_alias (
  alias varchar(36) not null,
  async_customer_id uuid not null,
  constraint customer_alias_pk primary key (alias)
);

create table customer_address (
  async_customer_id uuid not null,
  address_id uuid not null,
  name varchar(100),
  purpose varchar(20) not null,
  street varchar(250),
  street_number varchar(20),
  building_complement varchar(60),
  post_box varchar(20),
  district varchar(60),
  city varchar(60),
  county varchar(60),
  state varchar(60),
  zip_code varchar(20),
  country varchar(3),
  phone varchar(40),
  email varchar(255),
  is_primary boolean not null,
  created_at timestamptz not null,
  constraint customer_address_pk primary key (async_customer_id, address_id),
  constraint customer_address_of_customer foreign key (async_customer_id) references customer
);

create table customer_contact (
  async_customer_id uuid not null,
  contact_id uuid not null,
  type varchar(5) not null,
  value varchar(255) not null,
  marketing_consent boolean not null,
  is_primary boolean not null,
  created_at timestamptz not null,
  constraint customer_contact_pk primary key (async_customer_id, contact_id),
  constraint customer_contact_of_customer foreign key (async_customer_id) references customer,
  constraint customer_contact_type_known check (type in ('EMAIL', 'PHONE'))
);

-- The operation log: append-only. Column names as Debezium's outbox event router expects them.
create table async_operation (
  replication_counter bigint generated always as identity,
  id uuid not null,
  aggregatetype varchar(40) not null,
  aggregateid varchar(40) not null,
  aggregateversion bigint not null,
  type varchar(40) not null,
  payload json,
  traceparent varchar(55),
  created_at timestamptz not null,
  constraint async_operation_pk primary key (replication_counter)
);

-- Edits are read back while they are pending (invariant: a pending edit stays visible); creations never are.
create index async_operation_edits on async_operation (aggregateid, aggregateversion) where type <> 'CREATE_CUSTOMER';

-- What the P-job has yet to send. Narrow, so that the log itself is never rewritten.
create table async_operation_queue (
  replication_counter bigint not null,
  refused text,
  constraint async_operation_queue_pk primary key (replication_counter)
)
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

-- Who may run a relay now. The fence grows with every change of owner.
create table relay_lease (
  name varchar(40) not null,
  owner varchar(80) not null,
  fence bigint not null,
  expires_at timestamptz not null,
  constraint relay_lease_pk primary key (name)
);

create table upload_session (
  id uuid not null,
  counter_from bigint not null,
  counter_to bigint not null,
  rows integer not null,
  status varchar(20) not null,
  try_count integer not null,
  message text,
  started_at timestamptz not null,
  finished_at timestamptz,
  constraint upload_session_pk primary key (id)
);

create index upload_session_counters on upload_session (counter_to);

-- One row: how the P-job of this channel database runs, as HQ last said.
create table p_job_setting (
  id integer not null default 1,
  held boolean not null default false,
  recurrence_seconds integer not null default 1,
  changed_at timestamptz not null default now(),
  constraint p_job_setting_pk primary key (id),
  constraint p_job_setting_single check (id = 1)
);

insert into p_job_setting default values;

-- 1070 and 1110 as applied: what the channel runs, not what HQ holds.
create table channel_configuration (
  channel varchar(20) not null,
  version bigint not null,
  payload jsonb not null,
  applied_at timestamptz not null,
  constraint channel_configuration_pk primary key (channel)
);

create table global_configuration (
  id integer not null default 1,
  version bigint not null,
  payload jsonb not null,
  applied_at timestamptz not null,
  constraint global_configuration_pk primary key (id),
  constraint global_configuration_single check (id = 1)
);

create table device_token (
  sha256 varchar(64) not null,
  channel varchar(20) not null,
  device varchar(60) not null,
  role varchar(20) not null,
  expires_at timestamptz,
  constraint device_token_pk primary key (sha256)
);

-- The answer that an Idempotency-Key got. request_id is the async customer id or operation id that every try uses.
create table idempotency_key (
  channel varchar(20) not null,
  key varchar(255) not null,
  request_hash varchar(64) not null,
  request_id uuid not null,
  locked_until timestamptz,
  status integer,
  headers jsonb,
  body text,
  created_at timestamptz not null,
  constraint idempotency_key_pk primary key (channel, key)
);

create index idempotency_key_age on idempotency_key (created_at);
