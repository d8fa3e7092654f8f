-- Null in customers of earlier releases.
alter table customer
  add column mobile varchar(40),
  add column url varchar(255),
  add column vat_number varchar(20),
  add column invoice_account varchar(20),
  add column opt_out_personalization boolean,
  add column opt_out_web_activity_tracking boolean;
