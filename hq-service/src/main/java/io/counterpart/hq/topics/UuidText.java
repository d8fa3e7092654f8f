package io.counterpart.hq.topics;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The text form of UUIDs, which distinguishes the ID of a customer or an operation from other texts. */
public final class UuidText {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private UuidText() {}

    public static boolean isUuid(String text) {
        return FORM.matcher(text).matches();
    }

    public static Optional<UUID> parse(String text) {
        return isUuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
