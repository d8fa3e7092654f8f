-- Which replication counters an upload session has, if not all from counter_from to counter_to: after a failure, a session
-- may skip operations that another one has sent.
alter table upload_session add column counters int8multirange;
