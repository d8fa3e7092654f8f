-- The page of the operations that failed for one reason, newest first, and their number. Few operations have an error, so
-- the index costs staging nothing.
create index open_operation_error on open_operation (error_code, recid) where error_code is not null;
