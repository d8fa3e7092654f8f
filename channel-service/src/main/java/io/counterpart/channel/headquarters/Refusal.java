package io.counterpart.channel.headquarters;

import org.jspecify.annotations.Nullable;

/** The part of HQ's problem details that people read. */
record Refusal(
        @Nullable String title, @Nullable String detail) {

    String words() {
        if (detail != null && !detail.isBlank()) {
            return detail;
        }
        return title == null || title.isBlank() ? "Headquarters said no." : title;
    }
}
