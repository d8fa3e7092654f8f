package io.counterpart.hq.master;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Reads the values of fields by their names; a value of the wrong type rejects the operation. */
final class FieldValues {

    // A channel sends booleans, an edit of an operator texts; an emptied flag is off.
    private static final Set<String> FLAGS = Set.of("true", "false", "null", "");

    private FieldValues() {}

    static @Nullable Instant time(String name, Map<String, @Nullable Object> from) {
        String value = text(name, from);
        try {
            Instant time = value == null ? null : Instant.parse(value);
            OperationRejectedException.when(
                    time != null && !CustomerContentRules.isStorable(time),
                    "invalid-value",
                    "A time of a consent is out of range.");
            return time;
        } catch (DateTimeParseException e) {
            throw OperationRejectedException.ofField(name, "invalid-value", "is no time.");
        }
    }

    static @Nullable String text(String name, Map<String, @Nullable Object> from) {
        Object value = from.get(name);
        if (value == null || value instanceof String || value instanceof Enum) {
            return value == null ? null : value.toString();
        }
        throw invalid(name, value);
    }

    static boolean flag(String name, Map<String, @Nullable Object> from) {
        String value = String.valueOf(from.get(name));
        if (!FLAGS.contains(value)) {
            throw invalid(name, value);
        }
        return value.equals("true");
    }

    static @Nullable Boolean choice(String name, Map<String, @Nullable Object> from) {
        Object value = from.get(name);
        if (value == null || value.equals("")) {
            return null;
        }
        return flag(name, from);
    }

    static <E extends Enum<E>> @Nullable E text(Class<E> type, String name, Map<String, @Nullable Object> from) {
        String text = text(name, from);
        if (text == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid(name, text);
        }
    }

    private static OperationRejectedException invalid(String name, Object value) {
        return OperationRejectedException.ofField(name, "invalid-value", "can’t be “%s”.".formatted(value));
    }

    static <T> T need(String name, @Nullable T value) {
        if (value == null) {
            throw OperationRejectedException.ofField(name, "invalid-value", "can’t be empty.");
        }
        return value;
    }
}
