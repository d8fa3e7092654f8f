-- Null in customers of earlier releases. The table of the product has no columns for opt-outs.
alter table customer
  add column mobile varchar(40),
  add column url varchar(255),
  add column vat_number varchar(20),
  add column invoice_account varchar(20),
  add column opt_out_personalization boolean,
  add column opt_out_web_activity_tracking boolean;

alter table retailasynccustomerv2
  add column cellularphone text,
  add column url text,
  add column vatnum text,
  add column invoiceaccount text;
