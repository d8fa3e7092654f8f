-- The role of the running service reads and appends audit entries, and cannot change or delete them. Old entries are
-- purged by a function with the rights of the role that migrates. It deletes nothing younger than 30 days, so it is no
-- way to cover up a change. An installation with one role for both is not affected.

do $migration$
declare
  grantee text;
begin
  -- The table by its full name: with the rights of another role, no table of the caller must be used.
  execute format($create$
    create function purge_audit_entries(before timestamptz, size integer) returns bigint
    language sql security definer set search_path = pg_catalog, pg_temp
    as $body$
      with purged as (
        delete from %1$I.audit_entry
        where id in (
          select id from %1$I.audit_entry
          where at < least(before, now() - interval '30 days')
          limit size for update skip locked)
        returning 1)
      select count(*) from purged
    $body$
    $create$, current_schema());
  revoke all on function purge_audit_entries from public;
  for grantee in
    select distinct acl.grantee::regrole::text
    from pg_class, aclexplode(relacl) acl
    where oid = 'audit_entry'::regclass and acl.grantee not in (0, relowner)
  loop
    execute 'revoke update, delete, truncate on audit_entry from ' || grantee;
    execute 'grant execute on function purge_audit_entries to ' || grantee;
  end loop;
end
$migration$;
