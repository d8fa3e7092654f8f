-- When, where and to which wording a customer gave or withdrew the consent to advertising on a contact.
alter table customer_contact add column consent_at timestamptz;
alter table customer_contact add column consent_source varchar(60);
alter table customer_contact add column consent_text varchar(60);
