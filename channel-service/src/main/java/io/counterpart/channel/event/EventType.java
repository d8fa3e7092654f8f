package io.counterpart.channel.event;

import java.util.Locale;

/** The kinds of news; their names are part of the API. */
enum EventType {
    CUSTOMER_SYNCED,
    CUSTOMER_SYNC_FAILED,
    CUSTOMER_CHANGED,
    CONFIGURATION_CHANGED,
    /** Not stored: tells one listener that it was away for longer than events are kept. */
    EVENTS_MISSED;

    /** As it stands behind {@code event:}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
