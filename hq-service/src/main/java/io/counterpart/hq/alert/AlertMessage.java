package io.counterpart.hq.alert;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The content of a message, as it was when the message was written.
 *
 * @param rule null: a test
 * @param explanation null: the title says it all
 * @param advice what to do
 * @param recoveredAt null: the condition holds
 * @param page the path of the page about it
 */
record AlertMessage(
        @Nullable String rule,
        @Nullable String subject,
        @Nullable String level,
        String title,
        @Nullable String explanation,
        String advice,
        Instant since,
        @Nullable Instant recoveredAt,
        String page) {

    /** A message that is due to one destination. */
    record Due(UUID id, String kind, AlertMessage message) {}
}
