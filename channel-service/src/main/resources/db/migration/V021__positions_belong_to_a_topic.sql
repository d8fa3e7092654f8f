-- A position counts in the topic in which it was reached: Kafka gives a topic that is created again a new ID, and offsets
-- begin at 0. Null: stored by an earlier release.
alter table listener_position add column topic_id varchar(22);
