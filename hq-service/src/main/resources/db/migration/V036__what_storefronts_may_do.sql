-- A storefront of an online store signs customers in and reads no others, unless its channel or its token says otherwise.
alter table channel add column storefront_access varchar(12) not null default 'FULL',
  add constraint channel_storefront_access_known check (storefront_access in ('FULL', 'SIGN_IN_ONLY'));

-- Null: as the channel says.
alter table device_token add column storefront_access varchar(12),
  add constraint device_token_storefront_access_known check (storefront_access in ('FULL', 'SIGN_IN_ONLY'));

-- Storefronts that exist keep what they may do.
update device_token set storefront_access = 'FULL' where role = 'STOREFRONT';
update channel set storefront_access = 'SIGN_IN_ONLY' where type = 'ONLINE_STORE';
