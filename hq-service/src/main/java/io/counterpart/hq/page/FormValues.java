package io.counterpart.hq.page;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Reads the values of a form. */
public final class FormValues {

    /** The version of an object that is not stored yet. */
    public static final long NEW = -1;

    private FormValues() {}

    public static long version(Map<String, String> form) {
        return Long.parseLong(form.getOrDefault("version", String.valueOf(NEW)));
    }

    /** Null if the field is empty. */
    public static @Nullable String text(Map<String, String> form, String name) {
        String value = form.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }
}
