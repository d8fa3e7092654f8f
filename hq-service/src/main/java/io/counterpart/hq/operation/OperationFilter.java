package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.page.ListTotal;
import io.counterpart.support.web.StrictUuid;

/**
 * Criteria for operations, and the order and the beginning of the page; null: no restriction.
 *
 * @param status {@code OPEN} for all open operations, or one status
 * @param device the name of a till or storefront
 * @param clerk as the till named it
 * @param customer an account number or an async customer ID
 * @param q an account number, an async customer ID, an operation ID, the beginning of an ID, or a name, email or phone
 * @param before the row ID behind which the page begins
 * @param after the row ID ahead of which the page ends
 */
public record OperationFilter(
        @Nullable String status,
        @Nullable String channel,
        @Nullable String channelDatabase,
        @Nullable String device,
        @Nullable String clerk,
        @Nullable String customer,
        @Nullable String kind,
        @Nullable String errorCode,
        @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant to,
        Sort sort,
        @Nullable Long before,
        @Nullable Long after) {

    private static final Set<String> OPEN = Set.of("OPEN", "PENDING", "WAITING", "FAILED");
    // As far as the open operations are counted if each of them has to be looked up in the log.
    private static final int LOOKED_UP = 1_000;
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z]{0,6}-?\\d{3,}");
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    // Of a folded ID.
    private static final int SHOWN = 8;

    /** The orders that an index provides. A period is always in the order of the operations' times. */
    public enum Sort {
        NEWEST(false, false),
        OLDEST(false, true),
        LATEST_TIME(true, false),
        EARLIEST_TIME(true, true);

        private final boolean byTime;
        private final boolean ascending;

        Sort(boolean byTime, boolean ascending) {
            this.byTime = byTime;
            this.ascending = ascending;
        }

        boolean isAscending() {
            return ascending;
        }
    }

    /** Operations with this ID, or of a customer with it; the first eight characters of the ID suffice. */
    public static OperationFilter ofId(String id) {
        return new OperationFilter(
                null, null, null, null, null, null, null, null, id, null, null, Sort.NEWEST, null, null);
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

    /** Whether the list is in the order of the operations' times, otherwise in that of their arrival at HQ. */
    boolean isByTime() {
        return !isOpenOnly() && (hasPeriod() || (sort.byTime && isSortableByTime()));
    }

    /** Whether the index on times finds the page at once, which it does not if other criteria exclude most rows. */
    boolean isSortableByTime() {
        return !isOpenOnly()
                && Stream.<@Nullable Object>of(channel, channelDatabase, device, clerk, customer, kind, q)
                        .allMatch(Objects::isNull);
    }

    boolean isSortableByArrival() {
        return isOpenOnly() || !hasPeriod();
    }

    private boolean hasPeriod() {
        return from != null || to != null;
    }

    /**
     * As far as the operations are counted; 0: not at all, because no index covers the criteria, and a count might read
     * all operations.
     */
    int countedUpTo() {
        long criteria = Stream.<@Nullable Object>of(
                        channel, channelDatabase, device, clerk, customer, kind, q, from == null ? to : from)
                .filter(Objects::nonNull)
                .count();
        if (isText(q)) {
            return 0;
        }
        if (isOpenOnly()) {
            return criteria == 0 ? ListTotal.LIMIT : LOOKED_UP;
        }
        return criteria <= 1 ? ListTotal.LIMIT : 0;
    }

    /** The same filter, starting after that row. */
    OperationFilter from(long recid) {
        return at(recid, null);
    }

    OperationFilter fromTheStart() {
        return at(null, null);
    }

    private OperationFilter at(@Nullable Long before, @Nullable Long after) {
        return new OperationFilter(
                status,
                channel,
                channelDatabase,
                device,
                clerk,
                customer,
                kind,
                errorCode,
                q,
                from,
                to,
                sort,
                before,
                after);
    }
}
