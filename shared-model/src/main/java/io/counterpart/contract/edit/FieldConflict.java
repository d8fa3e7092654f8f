package io.counterpart.contract.edit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Decides which of two values a field keeps if another source has changed it since the edit was made: the later edit
 * wins, by the time of the user's action; at equal times the greater value wins, so that the order of arrival never
 * decides. Marketing consent takes the more restrictive value.
 */
public final class FieldConflict {

    private static final String CONSENT = "marketingConsent";

    private FieldConflict() {}

    /**
     * Whether the value of an edit replaces the current one.
     *
     * @param field the JSON name of the field
     * @param occurredAt when the user made the edit
     * @param changedAt when the current value was entered
     */
    public static boolean isWonByEdit(
            String field, @Nullable Object current, @Nullable Object wanted, Instant occurredAt, Instant changedAt) {
        if (field.equals(CONSENT)) {
            return !text(wanted).equals("true");
        }
        int time = occurredAt.compareTo(changedAt);
        return time > 0 || (time == 0 && text(wanted).compareTo(text(current)) > 0);
    }

    /** Whether two values are the same to a user: a missing one is empty, and 1.0 is 1. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return text(one).equals(text(other));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
