-- A bulk repair can decide about possible duplicates, and its result says what failed for which reason.

alter table bulk_repair add column duplicates varchar(6);
alter table bulk_repair add constraint bulk_repair_duplicates_known check (duplicates in ('CREATE', 'MERGE'));
-- How many operations the preview expected to fail; null: it did not try all of them.
alter table bulk_repair add column expected_failures integer;

create table bulk_repair_failure (
  repair uuid not null references bulk_repair on delete cascade,
  reason varchar(400) not null,
  operations integer not null,
  constraint bulk_repair_failure_pk primary key (repair, reason)
);
