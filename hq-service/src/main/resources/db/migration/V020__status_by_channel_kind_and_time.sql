-- The status page goes through a million operations from the newest to the oldest and stops after a page: at once where
-- most of them fit the filter, after all of them where few do. For those few there are indexes; that of channels is there.


-- Creations are most of all: whoever looks for them finds them without an index, and staging them costs no more than before.
create index async_operation_kind on async_operation (kind, recid) where kind <> 'CREATE_CUSTOMER';

-- In the order in which a span of time is shown, so that its first page is at hand however long ago or long it is.
create index async_operation_time on async_operation (occurred_at, recid);
