-- What was uploaded and never staged is requested again, and HQ notices that Kafka lost the topics that it published to.

alter table upload_session add column rerun boolean not null default false;
-- The session whose operations this one uploads again.
alter table upload_session add column rerun_for uuid;
alter table upload_session add column received_at timestamptz not null default now();
-- Whether staging holds all its operations. Sessions of before this migration are not checked.
alter table upload_session add column staged boolean not null default true;
alter table upload_session alter column staged set default false;
alter table upload_session add column checks integer not null default 0;
alter table upload_session add column next_check_at timestamptz;

create index upload_session_not_staged on upload_session (channel_database, received_at) where not staged;

-- The topics that the channels fill themselves from. Another id under the same name: what was published is gone.
create table published_topic (
  name varchar(80) not null,
  topic_id varchar(40) not null,
  seen_at timestamptz not null,
  constraint published_topic_pk primary key (name)
);
