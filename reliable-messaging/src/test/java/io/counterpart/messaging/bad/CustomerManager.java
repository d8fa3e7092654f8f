package io.counterpart.messaging.bad;

import java.time.Instant;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import io.counterpart.messaging.log.LogEntry;

/** Breaks every rule of the module, which proves that each rule catches a violation. */
public class CustomerManager {

    @Autowired
    JdbcTemplate jdbc;

    LogEntry entry() {
        return new LogEntry(UUID.randomUUID(), "topic", "key", 1, "type", null, null, Instant.now());
    }
}
