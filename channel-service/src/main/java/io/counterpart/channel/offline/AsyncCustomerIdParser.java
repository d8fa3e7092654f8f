package io.counterpart.channel.offline;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Parses async customer ids that tills generated. */
final class AsyncCustomerIdParser {

    // Java's own parser accepts "1-1-1-1-1" as a UUID.
    private static final Pattern FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private AsyncCustomerIdParser() {}

    static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
