package io.counterpart.channel.messaging;

import org.jspecify.annotations.Nullable;

/**
 * How far a partition was processed.
 *
 * @param position the offset of the next record
 * @param topicId Kafka's ID of the topic; null: unknown
 */
record ListenerPosition(long position, @Nullable String topicId) {

    /** Whether the position counts in the topic with this ID; one of an earlier release counts in every topic. */
    boolean isOf(@Nullable String topic) {
        return topicId == null || topicId.equals(topic);
    }

    /** Whether a database with this position has lost the other one, which it had. */
    boolean isBehind(ListenerPosition other) {
        return !isOf(other.topicId) || position < other.position;
    }
}
