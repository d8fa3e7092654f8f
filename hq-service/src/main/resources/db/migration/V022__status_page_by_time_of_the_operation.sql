-- The page asks for the time that it shows, when the operation was done at the channel, and has async_operation_time for it.
drop index async_operation_staged;
