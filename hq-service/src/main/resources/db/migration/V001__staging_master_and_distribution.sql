-- Headquarters: what channels upload (staging), the customer master, and what goes back to the channels.

-- ---- staging -------------------------------------------------------------------------------------------------------

-- Every operation that a channel uploaded, as it came. Append-only but for repairs.
create table async_operation (
  recid bigint generated always as identity,
  operation_id uuid not null,
  channel_database varchar(30) not null,
  channel varchar(20) not null,
  replication_counter bigint not null,
  async_customer_id uuid not null,
  operation_number integer not null,
  kind varchar(30) not null,
  payload json not null,
  traceparent varchar(55),
  occurred_at timestamptz not null,
  uploaded_at timestamptz not null,
  staged_at timestamptz not null,
  constraint async_operation_pk primary key (recid),
  constraint async_operation_once unique (operation_id)
);

create index async_operation_customer on async_operation (async_customer_id);

-- The operations that are not done. No row: it succeeded. So the log above is not rewritten when one does.
create table open_operation (
  recid bigint not null,
  async_customer_id uuid not null,
  channel_database varchar(30) not null,
  operation_number integer not null,
  status varchar(10) not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  error_class varchar(20),
  error_code varchar(60),
  error_text text,
  -- Counts what was told to the channels about this operation: the version of a snapshot without an account number.
  told integer not null default 0,
  version integer not null default 1,
  constraint open_operation_pk primary key (recid),
  constraint open_operation_status_known check (status in ('PENDING', 'WAITING', 'FAILED')),
  constraint open_operation_error_class_known check (error_class in ('INFRASTRUCTURE', 'DATA', 'CONFIGURATION'))
)
with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

create index open_operation_customer on open_operation (async_customer_id);
-- Creations that the channels were not told of as pending.
create index open_operation_untold on open_operation (recid) where told = 0 and operation_number = 1;
create index open_operation_not_pending on open_operation (status, recid) where status <> 'PENDING';

-- What was tried and did not succeed at once, and what an edit overrode: for the people who mend it.
create table operation_attempt (
  recid bigint not null,
  attempt integer not null,
  at timestamptz not null,
  outcome varchar(20) not null,
  error_class varchar(20),
  error_code varchar(60),
  error_text text,
  constraint operation_attempt_pk primary key (recid, attempt)
);

-- The five tables of the product. What a customer is made of is text here, whatever its length: a value that is too long
-- is refused at conversion, where people can mend it.
create table retailasynccustomerv2 (
  operationid uuid not null,
  operation smallint not null,
  custaccountasync varchar(38) not null,
  custaccount varchar(20),
  storerecid varchar(20) not null,
  originatingchannel varchar(20) not null,
  replicationcounterfromorigin bigint not null,
  onlineoperationcompleted smallint not null default 0,
  createddatetime timestamptz not null,
  modifieddatetime timestamptz,
  relationshiptype smallint,
  titlerecordid text,
  custname text,
  firstname text,
  middlename text,
  lastname text,
  organizationname text,
  email text,
  phone text,
  languageid text,
  currency text,
  custgroup text,
  receiptoption smallint,
  receiptemail text,
  externalidentityissuer text,
  externalidentityid text,
  constraint retailasynccustomerv2_pk primary key (operationid)
)
with (fillfactor = 60);

create table retailasyncaddressv2 (
  operationid uuid not null,
  addressid uuid not null,
  operation smallint not null,
  custaccountasync varchar(38) not null,
  custaccount varchar(20),
  storerecid varchar(20) not null,
  replicationcounterfromorigin bigint not null,
  onlineoperationcompleted smallint not null default 0,
  createddatetime timestamptz not null,
  modifieddatetime timestamptz,
  addressname text,
  addresstype smallint,
  street text,
  streetnumber text,
  buildingcompliment text,
  postbox text,
  districtname text,
  city text,
  county text,
  state text,
  zipcode text,
  country text,
  phone text,
  email text,
  makepostaladdressprimary smallint,
  constraint retailasyncaddressv2_pk primary key (operationid, addressid)
)
with (fillfactor = 60);

create table retailasynccustomercontact (
  operationid uuid not null,
  contactid uuid not null,
  operation smallint not null,
  custaccountasync varchar(38) not null,
  custaccount varchar(20),
  storerecid varchar(20) not null,
  replicationcounterfromorigin bigint not null,
  onlineoperationcompleted smallint not null default 0,
  createddatetime timestamptz not null,
  modifieddatetime timestamptz,
  type smallint,
  locator text,
  isprimary smallint,
  retailmarketingoptin smallint,
  constraint retailasynccustomercontact_pk primary key (operationid, contactid)
)
with (fillfactor = 60);

create table retailasynccustomeraffiliation (
  operationid uuid not null,
  retailaffiliationid text not null,
  operation smallint not null,
  custaccountasync varchar(38) not null,
  custaccount varchar(20),
  storerecid varchar(20) not null,
  replicationcounterfromorigin bigint not null,
  onlineoperationcompleted smallint not null default 0,
  createddatetime timestamptz not null,
  modifieddatetime timestamptz,
  constraint retailasynccustomeraffiliation_pk primary key (operationid, retailaffiliationid)
)
with (fillfactor = 60);

create table retailasynccustomerattributev2 (
  operationid uuid not null,
  attributename text not null,
  operation smallint not null,
  custaccountasync varchar(38) not null,
  custaccount varchar(20),
  storerecid varchar(20) not null,
  replicationcounterfromorigin bigint not null,
  onlineoperationcompleted smallint not null default 0,
  createddatetime timestamptz not null,
  modifieddatetime timestamptz,
  attributedatatype smallint,
  attributevaluestring text,
  constraint retailasynccustomerattributev2_pk primary key (operationid, attributename)
)
with (fillfactor = 60);

-- ---- customer master -----------------------------------------------------------------------------------------------

create table number_sequence (
  name varchar(30) not null,
  format varchar(40) not null,
  next_number bigint not null,
  last_number bigint not null,
  version bigint not null default 0,
  constraint number_sequence_pk primary key (name),
  constraint number_sequence_not_beyond check (next_number <= last_number + 1)
);

create table customer (
  async_customer_id uuid not null,
  account_number varchar(20) not null,
  version bigint not null,
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
  financial_dimensions jsonb not null default '{}',
  identity_issuer varchar(255),
  identity_subject varchar(255),
  blocked boolean not null default false,
  creation_mode varchar(5) not null,
  async_reason varchar(30),
  created_in_channel varchar(20) not null,
  created_in_channel_database varchar(30) not null,
  created_at timestamptz not null,
  uploaded_at timestamptz,
  staged_at timestamptz,
  converted_at timestamptz not null,
  -- By channel database, the number of its last operation that was applied.
  applied_operations jsonb not null,
  -- The channel database that alone made this content; null once anybody else changed it.
  unchanged_since varchar(30),
  -- When a field was last changed after the creation, by its name: decides conflicts.
  changed_at jsonb not null default '{}',
  constraint customer_pk primary key (async_customer_id),
  constraint customer_account_number_once unique (account_number),
  constraint customer_type_known check (type in ('PERSON', 'ORGANIZATION'))
)
with (fillfactor = 90);

create unique index customer_identity on customer (identity_issuer, identity_subject) where identity_issuer is not null;

-- Async customer ids beside the first that mean the same customer.
create table customer_alias (
  alias uuid not null,
  async_customer_id uuid not null,
  constraint customer_alias_pk primary key (alias)
);

create index customer_alias_customer on customer_alias (async_customer_id);

-- Date-effective: an edit closes one row and opens another.
create table customer_address (
  async_customer_id uuid not null,
  address_id uuid not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null default 'infinity',
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
  constraint customer_address_pk primary key (async_customer_id, address_id, valid_from),
  constraint customer_address_valid check (valid_from <= valid_to)
);

create table customer_contact (
  async_customer_id uuid not null,
  contact_id uuid not null,
  type varchar(5) not null,
  value varchar(255) not null,
  marketing_consent boolean not null,
  is_primary boolean not null,
  constraint customer_contact_pk primary key (async_customer_id, contact_id)
);

-- ---- distribution --------------------------------------------------------------------------------------------------

-- What has yet to be published to the channels: 1010, 1070, 1110, control, customers.converted. A row goes once it is sent.
create table distribution_log (
  replication_counter bigint generated always as identity,
  id uuid not null,
  aggregatetype varchar(40) not null,
  aggregateid varchar(40) not null,
  aggregateversion bigint not null,
  type varchar(40) not null,
  payload json,
  traceparent varchar(55),
  created_at timestamptz not null,
  refused text,
  constraint distribution_log_pk primary key (replication_counter)
)
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

create table relay_lease (
  name varchar(40) not null,
  owner varchar(80) not null,
  fence bigint not null,
  expires_at timestamptz not null,
  constraint relay_lease_pk primary key (name)
);

-- ---- configuration -------------------------------------------------------------------------------------------------

create sequence configuration_version;

create table functionality_profile (
  id varchar(30) not null,
  name varchar(60) not null,
  create_customers_in_async_mode boolean not null default false,
  create_orders_in_async_mode boolean not null default false,
  version bigint not null default 0,
  constraint functionality_profile_pk primary key (id)
);

create table channel_database_group (
  name varchar(30) not null,
  filter_shared_customer_data_tables boolean not null default false,
  version bigint not null default 0,
  constraint channel_database_group_pk primary key (name)
);

create table channel_database (
  name varchar(30) not null,
  channel_database_group varchar(30) not null references channel_database_group,
  constraint channel_database_pk primary key (name)
);

create table channel (
  channel varchar(20) not null,
  name varchar(60) not null,
  type varchar(12) not null,
  channel_database varchar(30) not null references channel_database,
  functionality_profile varchar(30) not null references functionality_profile,
  default_customer varchar(20),
  operating_unit jsonb not null,
  version bigint not null default 0,
  constraint channel_pk primary key (channel),
  constraint channel_type_known check (type in ('STORE', 'ONLINE_STORE', 'CALL_CENTER'))
);

create table device_token (
  sha256 varchar(64) not null,
  device varchar(60) not null,
  role varchar(20) not null,
  channel varchar(20) references channel,
  channel_database varchar(30) references channel_database,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  constraint device_token_pk primary key (sha256),
  constraint device_token_role_known check (role in ('TILL', 'STOREFRONT', 'CHANNEL_DATABASE', 'HQ_API'))
);

create table feature (
  name varchar(40) not null,
  title varchar(100) not null,
  enabled boolean not null,
  mandatory boolean not null,
  -- The version of 1110 that told the channels of the present state.
  told_in bigint not null default 0,
  version bigint not null default 0,
  constraint feature_pk primary key (name)
);

insert into feature (name, title, enabled, mandatory) values
  ('performance-improvements', 'Performance improvements for customer orders and customer transactions', true, true),
  ('enhanced-async-customer-creation', 'Enable enhanced async customer creation', false, false),
  ('async-customer-addresses', 'Enable asynchronous creation for customer addresses', false, false),
  ('async-customer-editing', 'Enable editing customers in asynchronous mode', false, false),
  ('multiple-emails-and-phones', 'Capture multiple emails and phone numbers and consent for marketing on these contacts', false, false);

create table customer_group (
  name varchar(20) not null,
  description varchar(60) not null,
  financial_dimensions jsonb not null default '{}',
  version bigint not null default 0,
  constraint customer_group_pk primary key (name)
);

create table affiliation (
  name varchar(20) not null,
  description varchar(60) not null,
  version bigint not null default 0,
  constraint affiliation_pk primary key (name)
);

create table attribute_definition (
  name varchar(60) not null,
  definition jsonb not null,
  version bigint not null default 0,
  constraint attribute_definition_pk primary key (name)
);

-- ---- batch jobs and what channels report ---------------------------------------------------------------------------

create table batch_job (
  job varchar(60) not null,
  title varchar(80) not null,
  recurrence varchar(60) not null,
  held boolean not null default false,
  last_run_at timestamptz,
  version bigint not null default 0,
  constraint batch_job_pk primary key (job)
);

insert into batch_job (job, title, recurrence) values
  ('P-0001', 'Channel transactions and asynchronous customers', 'PT1S'),
  ('synchronize-customers-and-channel-requests', 'Synchronize customers and channel requests', 'PT1S'),
  ('1010', 'Customers', 'PT1S'),
  ('1070', 'Channel configuration', 'PT1S'),
  ('1110', 'Global configuration', 'PT1S'),
  ('9999', 'All jobs', 'PT1H');

create table upload_session (
  id uuid not null,
  channel_database varchar(30) not null,
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

create index upload_session_by_database on upload_session (channel_database, started_at desc);

create table download_session (
  id uuid not null,
  channel_database varchar(30) not null,
  job varchar(10) not null,
  rows integer not null,
  status varchar(20) not null,
  try_count integer not null,
  message text,
  started_at timestamptz not null,
  finished_at timestamptz,
  constraint download_session_pk primary key (id)
);

create index download_session_by_database on download_session (channel_database, started_at desc);

create table channel_heartbeat (
  channel_database varchar(30) not null,
  at timestamptz not null,
  report jsonb not null,
  constraint channel_heartbeat_pk primary key (channel_database)
);
