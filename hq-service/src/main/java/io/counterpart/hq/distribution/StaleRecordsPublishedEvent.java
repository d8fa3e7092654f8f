package io.counterpart.hq.distribution;

import java.util.Set;
import java.util.stream.Collectors;

import io.counterpart.messaging.log.LogKey;

/**
 * Reports that stale records of these keys may follow newer ones on their compacted topics, because an instance stalled
 * while publishing. The owner of the data publishes it again.
 */
public record StaleRecordsPublishedEvent(Set<LogKey> keys) {

    public Set<String> keysOn(String topic) {
        return keys.stream()
                .filter(it -> it.topic().equals(topic))
                .map(LogKey::key)
                .collect(Collectors.toSet());
    }
}
