-- The sections of a customer that the tills of a functionality profile do not show.
alter table functionality_profile add column hidden_till_sections text[] not null default '{}';
