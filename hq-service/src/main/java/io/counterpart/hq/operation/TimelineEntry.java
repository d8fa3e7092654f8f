package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.edit.OverriddenField;
import io.counterpart.hq.page.PageMessage;

/**
 * An event in the timeline of an operation.
 *
 * @param at null: not yet, or at an unknown time
 * @param tag its style on the page
 * @param code the error code
 * @param kept the replaced content, collapsed on the page
 * @param overridden the fields of which newer values were kept
 */
record TimelineEntry(
        @Nullable Instant at,
        String tag,
        PageMessage title,
        @Nullable String text,
        @Nullable String code,
        @Nullable String kept,
        List<OverriddenField> overridden) {

    TimelineEntry(
            @Nullable Instant at,
            String tag,
            PageMessage title,
            @Nullable String text,
            @Nullable String code,
            @Nullable String kept) {
        this(at, tag, title, text, code, kept, List.of());
    }

    static TimelineEntry of(@Nullable Instant at, String tag, PageMessage title) {
        return new TimelineEntry(at, tag, title, null, null, null);
    }
}
