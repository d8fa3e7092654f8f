-- A customer is found by the number of a loyalty card that was issued here, without HQ and without one more search term.
create table loyalty_card (
  card_number varchar(20) not null,
  async_customer_id uuid not null,
  issued_at timestamptz not null,
  constraint loyalty_card_pk primary key (card_number)
);
