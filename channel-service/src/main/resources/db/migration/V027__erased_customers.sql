-- A customer whose personal data HQ erased keeps its row with the ID and the account number: nothing that a till sends
-- later makes it a customer again.
alter table customer add column erased_at timestamptz;
