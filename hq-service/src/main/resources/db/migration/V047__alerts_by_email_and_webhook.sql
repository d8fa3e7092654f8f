-- The warnings of the home page are sent to people and programs. An alert is one condition from its beginning to its end;
-- the messages about it wait in alert_delivery until their receivers have taken them.

-- Which rules fire, and when; one row. What the document lacks has its default.
create table alert_settings (
  id smallint not null default 1,
  settings jsonb not null default '{}',
  version bigint not null default 0,
  constraint alert_settings_pk primary key (id),
  constraint alert_settings_single check (id = 1)
);

insert into alert_settings default values;

-- Which instance evaluates the rules, and until when no other does; one row.
create table alert_evaluation (
  id smallint not null default 1,
  owner uuid,
  owned_until timestamptz,
  constraint alert_evaluation_pk primary key (id),
  constraint alert_evaluation_single check (id = 1)
);

insert into alert_evaluation default values;

-- The secret is needed to sign, so it is not stored as a hash. Messages to one destination are sent by one instance at a
-- time, which has the claim.
create table alert_destination (
  id uuid not null,
  kind varchar(10) not null,
  address varchar(500) not null,
  secret varchar(80),
  previous_secret varchar(80),
  previous_secret_until timestamptz,
  created_at timestamptz not null,
  claim uuid,
  claimed_until timestamptz,
  constraint alert_destination_pk primary key (id),
  constraint alert_destination_kind_known check (kind in ('EMAIL', 'WEBHOOK')),
  constraint alert_destination_unique unique (kind, address)
);

-- since: when the condition was seen first; fired_at: when it had lasted for the minimum of its rule; notified_at: when
-- the last message about it was written; recovery_due: its end is still to be reported, after the quiet hours.
create table alert (
  id bigint generated always as identity,
  rule varchar(40) not null,
  subject text not null,
  level varchar(4) not null,
  title varchar(500) not null,
  explanation varchar(1000),
  page text not null,
  since timestamptz not null,
  fired_at timestamptz,
  recovered_at timestamptz,
  notified_at timestamptz,
  recovery_due boolean not null default false,
  constraint alert_pk primary key (id)
);

create unique index alert_open on alert (rule, subject) where recovered_at is null;
create index alert_recovery_due on alert (id) where recovery_due;
create index alert_recovered on alert (recovered_at);

-- A message to one destination; without an alert: a test. The address is kept for the time after the destination.
create table alert_delivery (
  id uuid not null,
  alert_id bigint,
  destination_id uuid,
  address varchar(500) not null,
  kind varchar(10) not null,
  message jsonb not null,
  status varchar(10) not null default 'PENDING',
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  last_error varchar(300),
  finished_at timestamptz,
  constraint alert_delivery_pk primary key (id),
  constraint alert_delivery_alert_fk foreign key (alert_id) references alert (id) on delete cascade,
  constraint alert_delivery_destination_fk foreign key (destination_id) references alert_destination (id)
    on delete set null,
  constraint alert_delivery_kind_known check (kind in ('FIRED', 'REPEATED', 'RECOVERED', 'TEST')),
  constraint alert_delivery_status_known check (status in ('PENDING', 'SENT', 'GIVEN_UP', 'SUPERSEDED'))
);

create index alert_delivery_due on alert_delivery (destination_id, next_attempt_at) where status = 'PENDING';
create index alert_delivery_of_alert on alert_delivery (alert_id);
create index alert_delivery_of_destination on alert_delivery (destination_id, created_at);
create index alert_delivery_finished on alert_delivery (finished_at);
