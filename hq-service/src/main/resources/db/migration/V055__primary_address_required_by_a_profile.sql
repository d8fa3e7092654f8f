-- Whether the channels of a functionality profile create customers only with a primary address.
alter table functionality_profile add column primary_address_required boolean not null default false;
