-- Every how many numbers one is given. A version that does not know the step goes on counting by one.
alter table number_sequence add column step integer not null default 1;
alter table number_sequence add constraint number_sequence_forwards check (step between 1 and 1000000);
alter table number_sequence drop constraint number_sequence_not_beyond;
alter table number_sequence add constraint number_sequence_not_beyond check (next_number <= last_number + step);
