-- An erased customer keeps its IDs and its account number without personal data: nothing that arrives later brings it back.

alter table customer add column erased_at timestamptz;

-- Whose audit entries were emptied. The rows are checked at the end of the transaction.
create table audit_erasure (
  async_customer_id uuid not null,
  entries bigint not null,
  at timestamptz not null default now()
);

-- The role of the running service cannot change audit entries. This function empties what they say about one customer:
-- entries about the customer, and entries with one of the words, of which only those count that are the customer's own.
-- It runs before the customer is emptied, and the transaction fails unless the customer is erased when it ends. Who did
-- what, and when, remains.
do $migration$
declare
  grantee text;
begin
  execute format($create$
    create function require_erased_customer() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
    as $body$
    begin
      if not exists (
          select from %1$I.customer where async_customer_id = new.async_customer_id and erased_at is not null) then
        raise exception 'Audit entries of customer %% were emptied, but the customer was not erased.',
          new.async_customer_id;
      end if;
      return null;
    end
    $body$
    $create$, current_schema());
  execute format($create$
    create function erase_audit_details(erased uuid, words text[]) returns bigint
    language sql security definer set search_path = pg_catalog, pg_temp
    as $body$
      with ids as (
        select async_customer_id as id from %1$I.customer where async_customer_id = erased
        union all
        select alias from %1$I.customer_alias where async_customer_id = erased),
      subjects as (
        select id::text as subject from ids
        union select account_number from %1$I.customer where async_customer_id in (select id from ids)
        union select operation_id::text from %1$I.async_operation where async_customer_id in (select id from ids)
        union select operation.id::text from %1$I.realtime_operation as operation
          where operation.async_customer_id in (select id from ids)),
      own as (
        select lower(string_agg(text, ' ')) as text from (
          select to_jsonb(customer)::text from %1$I.customer where async_customer_id in (select id from ids)
          union all
          select to_jsonb(contact)::text from %1$I.customer_contact as contact
          where async_customer_id in (select id from ids)
          union all
          select to_jsonb(address)::text from %1$I.customer_address as address
          where async_customer_id in (select id from ids)
          union all
          select payload::text from %1$I.async_operation where async_customer_id in (select id from ids)
          union all
          select edit.payload::text from %1$I.operation_edit as edit
          join %1$I.async_operation as operation using (recid)
          where operation.async_customer_id in (select id from ids)
          union all
          select payload::text from %1$I.realtime_operation where async_customer_id in (select id from ids)
          union all
          select to_json(note)::text from %1$I.sales_order where async_customer_id in (select id from ids)
          union all
          select concat_ws(' ', detail::text, changes::text) from %1$I.audit_entry
          where subject in (select subject from subjects)) as texts (text)),
      own_words as (
        select word from unnest(words) as word, own
        where length(word) >= 5 and not exists (
          select from regexp_split_to_table(word, '\s+') as part where position(part in own.text) = 0)),
      emptied as (
        update %1$I.audit_entry set detail = '{}', changes = null
        where exists (select from ids)
          and action not in ('erase-customer', 'export-customer')
          and (subject in (select subject from subjects)
            or exists (
              select from own_words
              where position(word in lower(coalesce(detail::text, '') || coalesce(changes::text, ''))) > 0))
          and (detail is distinct from '{}' or changes is not null)
        returning 1),
      noted as (
        insert into %1$I.audit_erasure (async_customer_id, entries) select erased, count(*) from emptied
        having exists (select from ids)
        returning entries)
      select coalesce(sum(entries), 0)::bigint from noted
    $body$
    $create$, current_schema());
  create constraint trigger audit_erasure_of_erased after insert on audit_erasure
    deferrable initially deferred for each row execute function require_erased_customer();
  revoke all on function erase_audit_details from public;
  revoke all on audit_erasure from public;
  for grantee in
    select distinct acl.grantee::regrole::text
    from pg_class, aclexplode(relacl) acl
    where oid = 'audit_entry'::regclass and acl.grantee not in (0, relowner)
  loop
    execute 'grant execute on function erase_audit_details to ' || grantee;
    execute 'revoke insert, update, delete, truncate on audit_erasure from ' || grantee;
  end loop;
end
$migration$;
