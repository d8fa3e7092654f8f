-- The status page goes through a million operations from the newest to the oldest and stops after a page: at once where
-- most of them fit the filter, after all of them where few do. For those few there are indexes.

create index async_operation_channel on async_operation (channel, recid);

-- Creations are most of all: whoever looks for them finds them without an index, and staging them costs no more than before.
create index async_operation_kind on async_operation (kind, recid) where kind <> 'CREATE_CUSTOMER';

-- Operations come nearly in the order of time: some lines for each few hundred rows are enough.
create index async_operation_time on async_operation using brin (occurred_at) with (pages_per_range = 32, autosummarize = on);
