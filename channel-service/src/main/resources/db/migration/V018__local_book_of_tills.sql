-- A till keeps a copy of its store's customers: what was changed, used and removed since it last asked.

-- The transaction that changed the row last. Numbers of transactions, unlike times and sequences, say which of them may
-- still commit. Not indexed, so that the swap of "Pending sync" for the number stays on its page.
alter table customer add column changed_in xid8 not null default pg_current_xact_id();

-- Only values that never change, for the same reason.
create index customer_of_channel on customer (created_in_channel, created_at);

-- A trigger, because customers are changed by JPA, by 1010 in sets, and by hand: none of them may be forgotten.
create function note_change_of_customer() returns trigger language plpgsql as $$
begin
  new.changed_in := pg_current_xact_id();
  return new;
end
$$;

create trigger customer_changed before update on customer
for each row execute function note_change_of_customer();

-- Customers that were linked to others or erased. Their ids only.
create table removed_customer (
  async_customer_id uuid not null,
  removed_in xid8 not null default pg_current_xact_id(),
  removed_at timestamptz not null default now(),
  constraint removed_customer_pk primary key (async_customer_id)
);

create index removed_customer_order on removed_customer (removed_in);

create function note_removed_customers() returns trigger language plpgsql as $$
begin
  insert into removed_customer (async_customer_id)
  select async_customer_id from removed
  on conflict (async_customer_id) do update
  set removed_in = excluded.removed_in, removed_at = excluded.removed_at;
  return null;
end
$$;

create trigger customer_removed after delete on customer
referencing old table as removed
for each statement execute function note_removed_customers();

-- Which channel last edited the customer, sold to it or issued a card to it, and when. A creation writes nothing here.
create table customer_use (
  async_customer_id uuid not null,
  channel varchar(20) not null,
  used_at timestamptz not null,
  used_in xid8 not null default pg_current_xact_id(),
  constraint customer_use_pk primary key (async_customer_id, channel)
);

create index customer_use_of_channel on customer_use (channel, used_at);

create index loyalty_card_of_customer on loyalty_card (async_customer_id);

-- Tokens that HQ revoked: a till with one of them deletes its copy.
create table revoked_token (
  sha256 varchar(64) not null,
  revoked_at timestamptz not null,
  constraint revoked_token_pk primary key (sha256)
);
