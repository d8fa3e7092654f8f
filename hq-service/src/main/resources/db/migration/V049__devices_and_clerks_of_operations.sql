-- Who did it: the till or storefront, and the clerk that it named. Null: a channel of an earlier release, or not named.

alter table async_operation add column device varchar(60), add column clerk varchar(60);

-- The status page filters by both. No row has them yet, so that the indexes are built by reading the table once.
create index async_operation_device on async_operation (device, recid) where device is not null;
create index async_operation_clerk on async_operation (clerk, recid) where clerk is not null;
