package io.counterpart.contract.edit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Decides which of two values a field keeps if another source has changed it since the edit was made: the later edit
 * wins, by the time of the user's action; at equal times the greater value wins, so that the order of arrival never
 * decides. Marketing consent and opt-outs take the more restrictive value, and time, source and wording follow the
 * consent.
 */
public final class FieldConflict {

    public static final String CONSENT = "marketingConsent";

    private static final Set<String> OPT_OUTS = Set.of("optOutPersonalization", "optOutWebActivityTracking");
    private static final Set<String> CIRCUMSTANCES_OF_CONSENT = Set.of("consentAt", "consentSource", "consentText");

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
        if (isOptOut(field)) {
            return text(wanted).equals("true");
        }
        int time = occurredAt.compareTo(changedAt);
        return time > 0 || (time == 0 && text(wanted).compareTo(text(current)) > 0);
    }

    /** Whether true is the more restrictive value of the field: the customer refuses something. */
    public static boolean isOptOut(String field) {
        return OPT_OUTS.contains(field);
    }

    /** Whether a field belongs to the consent: it takes effect if, and only if, the consent of the same edit does. */
    public static boolean followsConsent(String field) {
        return CIRCUMSTANCES_OF_CONSENT.contains(field);
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
