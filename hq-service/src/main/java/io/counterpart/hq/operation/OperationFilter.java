package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.web.StrictUuid;

/**
 * Criteria for operations; null: no restriction.
 *
 * @param status {@code OPEN} for all open operations, or one status
 * @param customer an account number or an async customer ID
 * @param q an account number, an async customer ID, an operation ID, the beginning of an ID, or a name, email or phone
 * @param before the row ID at which the page begins
 */
public record OperationFilter(
        @Nullable String status,
        @Nullable String channel,
        @Nullable String channelDatabase,
        @Nullable String customer,
        @Nullable String kind,
        @Nullable String errorCode,
        @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean oldestFirst,
        @Nullable Long before) {

    private static final Set<String> OPEN = Set.of("OPEN", "PENDING", "WAITING", "FAILED");

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z]{0,6}-?\\d{3,}");
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    // Of a folded ID.
    private static final int SHOWN = 8;

    /** Operations with this ID, or of a customer with it; the first eight characters of the ID suffice. */
    public static OperationFilter ofId(String id) {
        return new OperationFilter(null, null, null, null, null, null, id, null, null, false, null);
    }

    /** Whether a search is for an ID or its beginning; a beginning that may be an account number is none. */
    public static boolean isId(String q) {
        return StrictUuid.matches(q)
                || (q.length() >= SHOWN
                        && q.length() < NO_ID.length()
                        && !ACCOUNT.matcher(q).matches()
                        && StrictUuid.matches(q + NO_ID.substring(q.length())));
    }

    /** Whether a search is a text, and not for the ID of an operation or a customer. */
    static boolean isText(@Nullable String q) {
        return q != null && !isId(q) && !ACCOUNT.matcher(q).matches();
    }

    /** The ID that begins like this, followed by this digit only. */
    static UUID completed(String beginning, char digit) {
        return UUID.fromString(beginning + NO_ID.replace('0', digit).substring(beginning.length()));
    }

    /** Whether only open operations can match. */
    boolean isOpenOnly() {
        return errorCode != null || (status != null && OPEN.contains(status));
    }

    /** The same filter, starting after that row. */
    OperationFilter from(long recid) {
        return new OperationFilter(
                status, channel, channelDatabase, customer, kind, errorCode, q, from, to, oldestFirst, recid);
    }
}
