-- A channel database that is asked to upload operations again says which of them it still has. The others count as
-- unavailable, and are not requested any more.

-- available: which of its counters the channel database had at its last answer; null: it has not answered. unavailable:
-- operations that were neither staged nor available then; what is staged afterwards is subtracted by the readers.
alter table upload_session
  add column available int8multirange,
  add column answered_at timestamptz,
  add column unavailable integer not null default 0,
  add column unavailable_acknowledged boolean not null default false;

create index upload_session_unavailable on upload_session (channel_database, counter_from) where unavailable > 0;
