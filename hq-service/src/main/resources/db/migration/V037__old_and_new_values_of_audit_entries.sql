-- Audit entries show the old and the new value of each field, and whether a user or the owner of a token changed it.
-- Entries of earlier versions, and of instances that still run one, have neither.

alter table audit_entry add column actor_type varchar(7);
alter table audit_entry add column changes jsonb;
alter table audit_entry add constraint audit_entry_actor_type_known check (actor_type in ('USER', 'TOKEN', 'SERVICE'));
