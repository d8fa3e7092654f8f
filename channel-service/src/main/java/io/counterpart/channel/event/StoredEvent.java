package io.counterpart.channel.event;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** An event with its number. */
record StoredEvent(long id, EventType type, @Nullable String channel, String data) {

    /** A listener that missed what came before this number should read again what it shows. */
    static StoredEvent missedUntil(long id) {
        return new StoredEvent(id, EventType.EVENTS_MISSED, null, "{}");
    }

    boolean isFor(String listener) {
        return type != EventType.CONFIGURATION_CHANGED || channel == null || channel.equals(listener);
    }

    /** In the format of server-sent events. */
    byte[] textFor(String listener) {
        return "id: %d\nevent: %s\ndata: %s\n\n"
                .formatted(id, typeFor(listener).wireName(), data)
                .getBytes(StandardCharsets.UTF_8);
    }

    // That a customer got its number is the news of the channel that made it; the others see a customer that changed.
    private EventType typeFor(String listener) {
        boolean foreign = channel != null && !channel.equals(listener);
        return foreign ? EventType.CUSTOMER_CHANGED : type;
    }
}
