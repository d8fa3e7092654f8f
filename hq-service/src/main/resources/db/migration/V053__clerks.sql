-- Clerks sign in at the tills of their channels by name and PIN, which is stored as a bcrypt hash.

create table clerk (
  id varchar(36) not null,
  position bigint generated always as identity,
  name varchar(60) not null,
  pin_hash varchar(80) not null,
  pin_set_at timestamptz not null,
  active boolean not null,
  version bigint not null,
  constraint clerk_pk primary key (id),
  constraint clerk_position_unique unique (position)
);

-- Operations name their clerk, so two clerks do not have one name.
create unique index clerk_name_unique on clerk (lower(name));

create table clerk_channel (
  clerk varchar(36) not null,
  channel varchar(20) not null,
  constraint clerk_channel_pk primary key (clerk, channel),
  constraint clerk_channel_clerk_fk foreign key (clerk) references clerk,
  constraint clerk_channel_channel_fk foreign key (channel) references channel
);

create index clerk_channel_of_channel on clerk_channel (channel);
