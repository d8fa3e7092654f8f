-- When HQ's database is restored from a backup, this channel database reports the customers that it learned of since: when, and which operations their snapshot contained.
alter table customer add column snapshot_at timestamptz;
alter table customer add column applied_operations jsonb;
