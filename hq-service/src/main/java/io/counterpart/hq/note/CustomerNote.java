package io.counterpart.hq.note;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A note on a customer.
 *
 * @param device the till or storefront with which it was written, by the name of its token
 * @param clerk who wrote it, as the till named it
 */
public record CustomerNote(
        String text,
        Instant writtenAt,
        String channel,
        @Nullable String device,
        @Nullable String clerk) {

    /** The clerk and the device, as far as they are known. */
    public String madeBy() {
        return Stream.of(clerk, device).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }
}
