-- What HQ refused of a customer and what waits behind it, as the channels are told; null: nothing was ever refused.
alter table customer add column unapplied jsonb;
