package io.counterpart.channel.event;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** An event with its number. */
record StoredEvent(long id, EventType type, @Nullable String channel, String data) {

    /** A client that missed events before this number should reload the data that it shows. */
    static StoredEvent missedUntil(long id) {
        return new StoredEvent(id, EventType.EVENTS_MISSED, null, "{}");
    }

    boolean isFor(String listener) {
        return type != EventType.CONFIGURATION_CHANGED || channel == null || channel.equals(listener);
    }

    /** Returns the event in the format of server-sent events. */
    byte[] textFor(String listener) {
        return "id: %d\nevent: %s\ndata: %s\n\n"
                .formatted(id, typeFor(listener).wireName(), data)
                .getBytes(StandardCharsets.UTF_8);
    }

    // Only the channel that created the customer receives the specific type; other channels receive a changed customer.
    private EventType typeFor(String listener) {
        boolean foreign = channel != null && !channel.equals(listener);
        return foreign ? EventType.CUSTOMER_CHANGED : type;
    }
}
