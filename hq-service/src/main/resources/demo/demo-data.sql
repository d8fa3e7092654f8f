-- Two stores that share a channel database, and an online store on another one.
insert into number_sequence (name, format, next_number, last_number)
values ('customer', 'C-{0000001}', 1, 9999999)
on conflict do nothing;

insert into functionality_profile (id, name, create_customers_in_async_mode, create_orders_in_async_mode)
values ('stores', 'Stores', true, true), ('online', 'Online stores', true, true);

insert into channel_database_group (name) values ('default');

insert into channel_database (name, channel_database_group) values ('harbor', 'default'), ('online', 'default');

insert into customer_group (name, description, financial_dimensions)
values ('RETAIL', 'Retail customers', '{"BusinessUnit": "001"}'),
  ('WHOLESALE', 'Wholesale customers', '{"BusinessUnit": "002"}'),
  ('ONLINE', 'Online customers', '{"BusinessUnit": "003"}');

insert into affiliation (name, description)
values ('VIP', 'Very important customers'), ('STAFF', 'Our own people'), ('STUDENT', 'Students');

insert into attribute_definition (name, definition)
values ('shoeSize', '{"name": "shoeSize", "type": "INTEGER", "allowedValues": [], "minimum": 15, "maximum": 60, "unit": "EU", "mandatory": false}'),
  ('newsletter', '{"name": "newsletter", "type": "BOOLEAN", "allowedValues": [], "mandatory": false}'),
  ('favoriteColor', '{"name": "favoriteColor", "type": "TEXT", "allowedValues": ["red", "green", "blue"], "mandatory": false}'),
  ('budget', '{"name": "budget", "type": "CURRENCY", "allowedValues": [], "minimum": 0, "mandatory": false}');

insert into customer (async_customer_id, account_number, version, type, organization_name, language, currency_code,
  customer_group, receipt_option, affiliations, creation_mode, created_in_channel, created_in_channel_database,
  created_at, converted_at, applied_operations)
values
  ('00000000-0000-7000-8000-000000000001', 'D-0000001', 1, 'PERSON', null, 'en-US', 'USD', 'RETAIL', 'POS', '{}',
    'SYNC', 'HARBOR', 'harbor', now(), now(), '{}'),
  ('00000000-0000-7000-8000-000000000002', 'D-0000002', 1, 'PERSON', null, 'en-US', 'USD', 'ONLINE', 'EMAIL', '{}',
    'SYNC', 'ONLINE', 'online', now(), now(), '{}');

update customer set first_name = 'Default', last_name = 'Customer', search_terms = '{default,customer}' where account_number like 'D-%';

insert into channel (channel, name, type, channel_database, functionality_profile, default_customer, storefront_access, operating_unit)
values
  ('HARBOR', 'Harbor store', 'STORE', 'harbor', 'stores', 'D-0000001', 'FULL',
    '{"name": "Harbor", "street": "1 Pier Road", "city": "Seattle", "state": "WA", "zipCode": "98101", "country": "USA", "currencyCode": "USD", "language": "en-US"}'),
  ('STATION', 'Station store', 'STORE', 'harbor', 'stores', 'D-0000001', 'FULL',
    '{"name": "Station", "street": "5 Station Square", "city": "Seattle", "state": "WA", "zipCode": "98104", "country": "USA", "currencyCode": "USD", "language": "en-US"}'),
  ('ONLINE', 'Online store', 'ONLINE_STORE', 'online', 'online', 'D-0000002', 'SIGN_IN_ONLY',
    '{"name": "Online", "country": "USA", "currencyCode": "USD", "language": "en-US"}');

-- The PINs are 4711 and 2580.
insert into clerk (id, name, pin_hash, pin_set_at, active, version)
values
  ('0198f3a0-0000-7000-8000-00000000c1e1', 'Robin Reyes',
    '$2a$12$aLEGNcLoBfvw2NExrHfizeDJT.WlZT96bCjCqKsSWNOFbiEWzAmca', now(), true, 0),
  ('0198f3a0-0000-7000-8000-00000000c1e2', 'Kim Ito',
    '$2a$12$U/Qpjl0IgnhLimsG4vseX.TLho0pTZ0j6SVsloxqIbAed95YGrJYS', now(), true, 0);

insert into clerk_channel (clerk, channel)
values
  ('0198f3a0-0000-7000-8000-00000000c1e1', 'HARBOR'),
  ('0198f3a0-0000-7000-8000-00000000c1e2', 'HARBOR'),
  ('0198f3a0-0000-7000-8000-00000000c1e2', 'STATION');

update feature set enabled = true;
