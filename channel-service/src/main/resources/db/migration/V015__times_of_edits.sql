-- When people last changed a field of a customer, as HQ reported it; null: no field was changed, or an earlier release.
-- HQ asks for it after a restore of its database.
alter table customer add column changed_at jsonb;
