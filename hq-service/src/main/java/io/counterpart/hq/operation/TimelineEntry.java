package io.counterpart.hq.operation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.page.PageMessage;

/**
 * Something that happened to an operation.
 *
 * @param at null: not yet, or at a time that nobody kept
 * @param tag how the page marks it
 * @param code the code of an error
 * @param kept what stood there before, to be folded out
 */
record TimelineEntry(
        @Nullable Instant at,
        String tag,
        PageMessage title,
        @Nullable String text,
        @Nullable String code,
        @Nullable String kept) {

    static TimelineEntry of(@Nullable Instant at, String tag, PageMessage title) {
        return new TimelineEntry(at, tag, title, null, null, null);
    }
}
