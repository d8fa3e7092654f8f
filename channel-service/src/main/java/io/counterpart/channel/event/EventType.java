package io.counterpart.channel.event;

import java.util.Locale;

/** The types of events; their names are part of the API. */
enum EventType {
    CUSTOMER_SYNCED,
    CUSTOMER_SYNC_FAILED,
    CUSTOMER_CHANGED,
    CUSTOMER_ERASED,
    CONFIGURATION_CHANGED,
    /** Not stored: notifies one client that it was disconnected for longer than events are stored. */
    EVENTS_MISSED;

    /** The value of the field {@code event:}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
