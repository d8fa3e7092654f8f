package io.counterpart.channel.offline;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What a till did while it was offline. */
sealed interface OfflineItem permits OfflineCreation, OfflineChange {

    OfflineHeader header();

    /** A hash of the content, which distinguishes a repetition from another operation. */
    String hash();

    default int index() {
        return header().index();
    }

    /** The async customer id. */
    default UUID customer() {
        return header().customer();
    }

    /** Null: a creation of a till that identifies it by the customer alone. */
    default @Nullable UUID operation() {
        return header().operationId();
    }
}
