package io.counterpart.hq.problem;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor where the next page begins; null on the last one
 */
public record ListResponse<T>(List<T> items, @Nullable String nextCursor) {

    /** A list that is too short for pages. */
    public static <T> ListResponse<T> of(List<T> items) {
        return new ListResponse<>(items, null);
    }
}
