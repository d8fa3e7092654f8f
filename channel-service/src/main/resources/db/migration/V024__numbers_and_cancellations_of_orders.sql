-- Orders whose number at headquarters has yet to be asked for, and orders that were cancelled.
alter table customer_order add column number_asked_at timestamptz;
-- The number of the cancellation among the operations of the customer; null: not cancelled.
alter table customer_order add column cancellation_number integer;
alter table customer_order add column cancelled_at timestamptz;

create index customer_order_without_number on customer_order (created_at)
  where order_number is null and operation_number is not null;
