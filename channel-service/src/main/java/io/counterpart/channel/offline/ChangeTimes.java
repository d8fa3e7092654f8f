package io.counterpart.channel.offline;

import java.time.Instant;
import java.util.Map;

/**
 * When the fields of a customer were last changed.
 *
 * @param createdAt the time of a field that was never changed
 * @param changedAt by the name of the field
 */
record ChangeTimes(Instant createdAt, Map<String, Instant> changedAt) {

    Instant of(String field) {
        return changedAt.getOrDefault(field, createdAt);
    }
}
