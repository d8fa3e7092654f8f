-- Two customers that are the same person: the merged one has no row in customer any more, and its ID is an alias of the
-- survivor. What both were before is kept while the merge can be undone.
create table customer_merge (
  id uuid not null,
  survivor uuid not null,
  survivor_number varchar(20) not null,
  merged uuid not null,
  merged_number varchar(20) not null,
  merged_at timestamptz not null,
  merged_by varchar(80) not null,
  undo_until timestamptz not null,
  undone_at timestamptz,
  undone_by varchar(80),
  -- Both customers before the merge and the survivor after it; null: the merge cannot be undone any more.
  state json,
  -- The last snapshot under the number of the merged customer, without personal data.
  published json not null,
  constraint customer_merge_pk primary key (id)
);

create index customer_merge_of_survivor on customer_merge (survivor, merged_at);
create unique index customer_merge_once on customer_merge (merged) where undone_at is null;
create index customer_merge_kept on customer_merge (undo_until) where state is not null;

-- The account numbers of merged customers. They are never given to another one.
create table customer_number_alias (
  account_number varchar(20) not null,
  async_customer_id uuid not null,
  constraint customer_number_alias_pk primary key (account_number)
);

create index customer_number_alias_customer on customer_number_alias (async_customer_id);

-- A creation that waited for the rows of a merge does not find its customer. It must not create it again: the error is
-- that of a lost race, and the next attempt finds the alias.
create function refuse_ids_of_merged_customers() returns trigger language plpgsql as $$
begin
  if exists (select from added join customer_alias on customer_alias.alias = added.async_customer_id) then
    raise exception 'the ID of a new customer is an alias' using errcode = '40001';
  end if;
  return null;
end
$$;

create trigger customer_added after insert on customer
referencing new table as added
for each statement execute function refuse_ids_of_merged_customers();

-- The numbers of merged customers are subjects of audit entries too, and what they were before is their own.
do $migration$
begin
  execute format($create$
    create or replace function erase_audit_details(erased uuid, words text[]) returns bigint
    language sql security definer set search_path = pg_catalog, pg_temp
    as $body$
      with ids as (
        select async_customer_id as id from %1$I.customer where async_customer_id = erased
        union all
        select alias from %1$I.customer_alias where async_customer_id = erased),
      subjects as (
        select id::text as subject from ids
        union select account_number from %1$I.customer where async_customer_id in (select id from ids)
        union select account_number from %1$I.customer_number_alias where async_customer_id in (select id from ids)
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
          select customer_note.text from %1$I.customer_note where async_customer_id in (select id from ids)
          union all
          select state::text from %1$I.customer_merge
          where survivor in (select id from ids) or merged in (select id from ids)
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
          and action not in ('erase-customer', 'export-customer', 'merge-customers', 'undo-merge')
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
end
$migration$;
