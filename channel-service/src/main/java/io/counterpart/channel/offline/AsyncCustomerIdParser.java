package io.counterpart.channel.offline;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids that tills made. */
final class AsyncCustomerIdParser {

    // Java's own parser takes "1-1-1-1-1" for a UUID.
    private static final Pattern FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private AsyncCustomerIdParser() {}

    static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
