package io.counterpart.hq.alert;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A condition from its beginning to its end.
 *
 * @param since when the condition was seen first
 * @param firedAt null: it has not lasted for the minimum of its rule
 * @param notifiedAt when the last message was written; null: none yet
 * @param recoveryDue whether its end is still to be reported, after the quiet hours
 */
record Alert(
        long id,
        String rule,
        String subject,
        String level,
        String title,
        @Nullable String explanation,
        String page,
        Instant since,
        @Nullable Instant firedAt,
        @Nullable Instant recoveredAt,
        @Nullable Instant notifiedAt,
        boolean recoveryDue) {}
