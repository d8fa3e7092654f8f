-- The audit log is filtered by actor, action and time, and the page of a customer shows what channels changed in sync mode.

create index audit_entry_time on audit_entry (at, id);
create index audit_entry_actor on audit_entry (actor, at, id);
create index audit_entry_action on audit_entry (action, at, id);

-- The operation as the channel sent it. Null: applied by an instance of the previous version.
alter table realtime_operation add column payload json;
