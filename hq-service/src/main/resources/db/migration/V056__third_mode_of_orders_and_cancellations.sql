-- Orders that channels send to headquarters at once beside the P-job, and orders that were cancelled.
alter table functionality_profile add column send_orders_at_once boolean not null default false;

alter table sales_order add column cancelled_at timestamptz;
alter table sales_order add column cancellation_reason text;
