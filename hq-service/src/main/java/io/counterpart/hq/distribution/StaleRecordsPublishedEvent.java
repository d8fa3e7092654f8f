package io.counterpart.hq.distribution;

import java.util.Set;
import java.util.stream.Collectors;

import io.counterpart.messaging.log.LogKey;

/**
 * Records of these keys may stand behind newer ones on their compacted topics: an instance stood still while it published
 * them. Whoever owns what they tell says it once more.
 */
public record StaleRecordsPublishedEvent(Set<LogKey> keys) {

    public Set<String> keysOn(String topic) {
        return keys.stream()
                .filter(it -> it.topic().equals(topic))
                .map(LogKey::key)
                .collect(Collectors.toSet());
    }
}
