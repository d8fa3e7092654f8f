package io.counterpart.support.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Parses UUIDs in their canonical form only; Java's own parser accepts "1-1-1-1-1" too. */
public final class StrictUuid {

    private static final Pattern FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private StrictUuid() {}

    public static boolean matches(String text) {
        return FORM.matcher(text).matches();
    }

    public static Optional<UUID> parse(String text) {
        return matches(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
