-- The fields that the channels of a functionality profile require of new customers.
alter table functionality_profile add column mandatory_fields text[] not null default '{}';
