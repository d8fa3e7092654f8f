package io.counterpart.hq.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.counterpart.support.problem.Problem;

/** Reads the values of a form. */
public final class FormValues {

    /** The version of an object that is not stored yet. */
    public static final long NEW = -1;

    private FormValues() {}

    public static long version(Map<String, String> form) {
        try {
            return Long.parseLong(form.getOrDefault("version", String.valueOf(NEW)));
        } catch (NumberFormatException e) {
            throw invalid("version", "Must be a number");
        }
    }

    /** One of the values that the form offers. */
    public static <E extends Enum<E>> E choice(Map<String, String> form, String name, E otherwise) {
        return Objects.requireNonNullElse(optionalChoice(form, name, otherwise.getDeclaringClass()), otherwise);
    }

    /** One of the values that the form offers; null if the field is empty. */
    public static <E extends Enum<E>> @Nullable E optionalChoice(Map<String, String> form, String name, Class<E> type) {
        String value = text(form, name);
        try {
            return value == null ? null : Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw invalid(name, "Must be one of the listed values");
        }
    }

    /** Null if the field is empty. */
    public static @Nullable LocalDate day(Map<String, String> form, String name) {
        String value = text(form, name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw invalid(name, "Must be a date");
        }
    }

    /** Values separated by commas. */
    public static List<String> list(Map<String, String> form, String name) {
        return Arrays.stream(form.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static Problem invalid(String name, String reason) {
        return Problem.validation("/" + name, "invalid-value", reason);
    }

    /** Null if the field is empty. */
    public static @Nullable String text(Map<String, String> form, String name) {
        return blankToNull(form.get(name));
    }

    public static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
