-- Users keep their views of long lists, and administrators see which users and tokens are still in use.

create table saved_view (
  id uuid not null,
  list varchar(20) not null,
  owner varchar(40) not null,
  name varchar(60) not null,
  -- Filters, sort order and columns as in the address of the page; never what was typed into a search.
  parameters varchar(2000) not null,
  shared boolean not null default false,
  created_at timestamptz not null,
  constraint saved_view_pk primary key (id),
  constraint saved_view_once unique (list, owner, name)
);

create index saved_view_shared on saved_view (list) where shared;

-- Null: the usual columns, and no view.
create table list_preference (
  list varchar(20) not null,
  username varchar(40) not null,
  columns varchar(400),
  default_view uuid,
  constraint list_preference_pk primary key (list, username),
  constraint list_preference_view_fk foreign key (default_view) references saved_view (id) on delete set null
);

create index list_preference_view on list_preference (default_view);

-- Null: not used since then. Exact to the minute, so that not every request writes.
alter table hq_user add column last_used_at timestamptz;
alter table device_token add column last_used_at timestamptz;
-- Existing tokens were used before without a record of it, so they are not unused from the beginning.
alter table device_token add column use_recorded_since timestamptz not null default now();

-- The lists of sessions show all channel databases by default, and had to sort all sessions for it.
create index upload_session_time on upload_session (started_at, id);
create index download_session_time on download_session (started_at, id);
