package io.counterpart.messaging.log;

/** Topic and key of a record; a compacted topic retains the last record of each key. */
public record LogKey(String topic, String key) {}
