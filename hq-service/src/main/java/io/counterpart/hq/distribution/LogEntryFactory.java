package io.counterpart.hq.distribution;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.messaging.log.LogEntry;

/** Creates log entries with JSON payloads. */
@Component
class LogEntryFactory {

    private final MessageJson json;

    LogEntryFactory(MessageJson json) {
        this.json = json;
    }

    LogEntry entry(String topic, String key, long version, Record payload, @Nullable String traceparent, Instant at) {
        String type = payload.getClass().getSimpleName();
        return new LogEntry(UUID.randomUUID(), topic, key, version, type, json.write(payload), traceparent, at);
    }
}
