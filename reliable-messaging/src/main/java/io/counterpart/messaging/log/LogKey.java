package io.counterpart.messaging.log;

/** What a record is about: on a compacted topic the last record of a key is the one that stays. */
public record LogKey(String topic, String key) {}
